"""For the Gaussian orthogonal ensemble P(positive definite of order 2m) ≤ ((2 − √2)/4)ᵐ < 2⁻²ᵐ.

The m blocks of order two on the diagonal are independent and all positive definite if the matrix
is, each with probability q = (2 − √2)/4 (claim
random-quadratic-of-order-two-is-a-minimum-less-often). So 2⁻ⁿ is too large by at least
((2 + √2)/2)^(n/2) = 1.306ⁿ. With B = qᵐ the step is B q − P q w = q (B − P) + q P (1 − w). In truth
the decay is that of 3^(−n²/4) (Dean & Majumdar 2006), which is not derived here.
"""

from sympy import sqrt

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

definite, bound, block, rest = real("P B q w")

claim = Claim(
    id="minima-of-gaussian-quadratics-are-rarer-than-half-to-the-n",
    says="A Gaussian random quadratic function of n = 2m variables has a minimum with probability "
    "at most ((2 − √2)/4)ᵐ, less than 0.383ⁿ.",
    items={"N-100": "instance"},
    where={
        definite: "the probability that the matrix of order 2m is positive definite",
        bound: ("the power m of q", "q^m"),
        block: "the probability that a block of order two is positive definite",
        rest: "the probability that the next larger matrix is, if its blocks are",
    },
    given={
        "block_of_order_two": eq(block, (2 - sqrt(2)) / 4),
        "block_probability": ge(block),
        "conditional_probability": ge(rest),
        "conditional_at_most_one": le(rest, 1),
    },
    then=Invariant(
        (ge(definite), le(definite, bound)),
        start={definite: 1, bound: 1},
        update={definite: definite * block * rest, bound: bound * (2 - sqrt(2)) / 4},
        fixed=(block,),
    ),
    facts={"block_of_order_two": "spherical-cap-area"},
    bridges=("standard-normal-vectors-are-rotation-invariant",),
    scope="Gaussian orthogonal ensemble of every even order",
)
probability = (2 - sqrt(2)) / 4
witness = {block: probability, rest: 1}
countermodels = {
    "block_of_order_two": {block: 1, rest: 1},
}


def proof():
    never_negative = combine(claim.at_next_state(0), using={"invariant.0": block * rest})
    bounded = combine(
        claim.at_next_state(1),
        using={
            "invariant.1": block,
            "conditional_at_most_one": block * definite,
            "block_of_order_two": -bound,
        },
    )
    return induct(claim, (None, None), (never_negative, bounded))
