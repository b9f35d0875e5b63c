"""P(positive definite) ≤ 2⁻ⁿ for matrices with independent, symmetrically distributed entries.

If a matrix of order n + 1 is positive definite, so is its leading block of order n, and its new
diagonal entry is positive (claim a-positive-definite-matrix-has-a-positive-diagonal); these two
are independent, and the second has probability at most 1/2. A diagonal matrix whose entries have
densities attains the bound. Where entries may be 0, a minimum that is not strict may be more
frequent: the function 0 has one. The step:
p/2 − P h w = (p − P)/2 + P (1/2 − h) + P h (1 − w).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

definite, power, entry, rest = real("P p h w")
half = Rational(1, 2)

claim = Claim(
    id="random-symmetric-matrices-are-positive-definite-with-at-most-half-to-the-n",
    says="If the Hessian of a random quadratic function of n variables has independent, "
    "symmetrically distributed entries, all its eigenvalues are positive with probability at most "
    "2⁻ⁿ.",
    items={"N-100": "whole", "N-25": "part as-random-signs-are"},
    where={
        definite: "the probability that the leading block of order n is positive definite",
        power: ("one half to the power n", "2^{-n}"),
        entry: "the probability that the next diagonal entry is positive",
        rest: "the probability that the next larger block is positive definite, if this one and "
        "the next diagonal entry are positive",
    },
    given={
        "entry_probability": ge(entry),
        "symmetric_entry": le(entry, half),
        "conditional_probability": ge(rest),
        "conditional_at_most_one": le(rest, 1),
    },
    then=Invariant(
        (ge(definite), le(definite, power)),
        start={definite: 1, power: 1},
        update={definite: definite * entry * rest, power: power / 2},
    ),
    repairs="random-quadratic-is-a-minimum-with-probability-half-to-the-n",
    about="the probability that a random symmetric matrix is positive definite",
    scope="every n and every such law, Gaussian or not",
)
witness = {entry: half, rest: 1}
countermodels = {
    "symmetric_entry": {entry: 1, rest: 1},
}


def proof():
    never_negative = combine(claim.at_next_state(0), using={"invariant.0": entry * rest})
    bounded = combine(
        claim.at_next_state(1),
        using={
            "invariant.1": half,
            "symmetric_entry": definite,
            "conditional_at_most_one": definite * entry,
        },
    )
    return induct(claim, (None, None), (never_negative, bounded))
