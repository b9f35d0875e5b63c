"""For the Gaussian orthogonal ensemble P(positive definite of order 2m) ≤ ((2 − √2)/4)ᵐ < 2⁻²ᵐ.

The m blocks of order two on the diagonal are independent and all positive definite if the matrix
is, each with probability (2 − √2)/4 (claim random-quadratic-of-order-two-is-a-minimum-less-often).
So 2⁻ⁿ is too large by at least (2 + √2)^(n/2)/2^(n/2) = 1.306ⁿ. In truth the decay is that of
3^(−n²/4) (Dean & Majumdar 2006), which is not derived here.
"""

from dataclasses import replace

from sympy import Rational, sqrt

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

definite, power, bound = real("P p B")  # P(order 2m is positive definite), 4ᵐ, (2 − √2)ᵐ
block, rest, root = real("q w r")  # P(one block is), P(the matrix is | its blocks are), √2

claim = Claim(
    id="minima-of-gaussian-quadratics-are-rarer-than-half-to-the-n",
    items=["N-25", "N-100"],
    says="A Gaussian random quadratic function of n = 2m variables has a minimum with probability "
    "at most ((2 − √2)/4)ᵐ = 0.383ⁿ, exponentially less than 2⁻ⁿ for all m ≥ 1.",
    given={
        "block_of_order_two": eq(4 * block, 2 - root),
        "conditional_probability": ge(rest),
        "conditional_at_most_one": le(rest, 1),
    },
    then=Invariant(
        ge(definite * power * (bound - definite * power)),
        start={definite: 1, power: 1, bound: 1},
        update={definite: definite * block * rest, power: 4 * power, bound: bound * (2 - root)},
    ),
    repairs="random-quadratic-is-a-minimum-with-probability-half-to-the-n",
    scope="x (B − x) ≥ 0 for x = P 4ᵐ, which is 0 ≤ x ≤ B; Gaussian orthogonal ensemble, r = √2 by "
    "the claim on order two; for odd n the further "
    "diagonal entry gives another factor 1/2",
)
witness = {
    definite: 1,
    power: 1,
    bound: 1,
    block: Rational(1, 2) - sqrt(2) / 4,
    rest: 1,
    root: sqrt(2),
}
countermodels = {
    "block_of_order_two": {**witness, block: 1},
    "conditional_probability": {**witness, rest: -1},
    "conditional_at_most_one": {**witness, rest: 2},
}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    scaled = definite * power
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={
            "law": 16 * block**2 * rest,
            "conditional_at_most_one": 16 * block**2 * rest * scaled**2,
            "block_of_order_two": -4 * block * rest * scaled * bound,
        },
    )
    return induct(claim, base, step)
