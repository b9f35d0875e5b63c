"""n independent signs, positive with chances near 1/2, are all positive with about 0.5ⁿ.

Each further sign is positive with a probability between 1/2 − a and 1/2 + a given those before it,
so that the probability of all lies between (1 − 2a)ⁿ 0.5ⁿ and (1 + 2a)ⁿ 0.5ⁿ: 0.5ⁿ for fair signs.
With chances of roughly 1/2 it is so to the rate alone: 51 % makes it 7.2 times 0.5ⁿ at n = 100.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

every, power, chance, off = real("P p h a")
above, below = real("U W")
half = Rational(1, 2)

claim = Claim(
    id="independent-signs-are-all-positive-with-probability-half-to-the-n",
    says="If the signs of the n eigenvalues are independent, each positive with a probability "
    "within a ≤ 1/2 of 1/2, all are positive with probability between (1 − 2a)ⁿ 0.5ⁿ and "
    "(1 + 2a)ⁿ 0.5ⁿ: with fair signs 0.5ⁿ.",
    items={"L-21": "whole"},
    where={
        every: "the probability that the first n signs are all positive",
        power: ("one half to the power n", "2^{-n}"),
        above: ("the power (1 + 2a)ⁿ", "(1+2a)^n"),
        below: ("the power (1 − 2a)ⁿ", "(1-2a)^n"),
        chance: "the probability that the next sign is positive if all before it are",
        off: "how far these probabilities are from 1/2 at most",
    },
    given={
        "no_less": ge(chance, half - off),
        "no_more": le(chance, half + off),
        "probability": ge(chance),
        "at_most_half": le(off, half),
        "size": ge(off),
    },
    then=Invariant(
        (ge(every, below * power), le(every, above * power), ge(below), ge(power), ge(every)),
        start={every: 1, power: 1, above: 1, below: 1},
        update={
            every: every * chance,
            power: power / 2,
            above: (1 + 2 * off) * above,
            below: (1 - 2 * off) * below,
        },
        fixed=(off,),
    ),
    repairs="fair-signs-are-all-positive-with-probability-half-to-the-n",
    about="the probability that all of several signs are positive",
    scope="every n",
)
witness = [{chance: half, off: 0}, {}, {}]
countermodels = {
    "no_less": [{chance: 0, off: 0}, {}],
    "no_more": [{chance: 1, off: 0}, {}],
}
points = [[{chance: half, off: Rational(1, 4)}, {}, {}]]


def proof():
    parts = (
        combine(
            claim.at_next_state(0),
            using={"invariant.0": half - off, "no_less": every},
        ),
        combine(
            claim.at_next_state(1),
            using={"invariant.1": half + off, "no_more": every},
        ),
        combine(claim.at_next_state(2), using={"at_most_half": 2 * below}),
        combine(claim.at_next_state(3), using={"invariant.3": half}),
        combine(claim.at_next_state(4), using={"probability": every}),
    )
    return induct(claim, (None,) * 5, parts)
