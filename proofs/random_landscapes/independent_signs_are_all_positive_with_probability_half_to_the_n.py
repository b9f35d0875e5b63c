"""n independent fair signs are all positive with probability exactly 0.5ⁿ.

Each further sign is positive with probability 1/2 given those before it.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

every, power, chance = real("P p h")
half = Rational(1, 2)

claim = Claim(
    id="independent-signs-are-all-positive-with-probability-half-to-the-n",
    says="If the signs of the n eigenvalues are independent and fair, all are positive with "
    "probability 0.5ⁿ.",
    items={"L-21": "whole"},
    where={
        every: "the probability that the first n signs are all positive",
        power: ("one half to the power n", "2^{-n}"),
        chance: "the probability that the next sign is positive if all before it are",
    },
    given={"independent_and_fair": eq(chance, half)},
    then=Invariant(
        eq(every, power),
        start={every: 1, power: 1},
        update={every: every * chance, power: power / 2},
    ),
    repairs="fair-signs-are-all-positive-with-probability-half-to-the-n",
    about="the probability that all of several signs are positive",
    scope="every n",
)
witness = {chance: half}
countermodels = {"independent_and_fair": {chance: 1}}


def proof():
    step = combine(
        claim.at_next_state(),
        using={"invariant": half, "independent_and_fair": every},
    )
    return induct(claim, None, step)
