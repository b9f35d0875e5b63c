"""Symmetric independent entries: the index k has mean n/2, and P(|k/n − 1/2| ≥ ε) ≤ 1/(nε²).

H and −H have one law, so that k and n − k have, zero eigenvalues apart; the variance is at most n
(claim index-variance-is-at-most-the-order). Chebyshev: of the variance V the draws with
|k − n/2| ≥ εn make up at least (εn)² times their probability.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

n, mean, variance, tail, epsilon = real("n mean V tail epsilon")
within, beyond = real("V_within V_beyond")

claim = Claim(
    id="half-of-the-eigenvalues-are-positive-but-for-a-vanishing-share",
    says="If the Hessian has independent, symmetrically distributed entries with densities, the "
    "number of negative eigenvalues is n/2 in the mean, and its share of n misses 1/2 by ε or more "
    "with probability at most 1/(nε²).",
    items={"N-99": "whole"},
    where={
        n: "the order of the matrix",
        mean: "the mean of the number k of negative eigenvalues",
        variance: "the variance of k",
        epsilon: "a tolerance",
        tail: ("the probability that k misses n/2 by εn or more", r"P(|k-n/2|\ge\varepsilon n)"),
        within: (
            "the part of the variance from draws that miss n/2 by less",
            r"V_{<\varepsilon n}",
        ),
        beyond: ("the part of the variance from the other draws", r"V_{\ge\varepsilon n}"),
    },
    given={
        "order": gt(n),
        "tolerance": gt(epsilon),
        "symmetry": eq(mean, n - mean),
        "variance": le(variance, n),
        "split": eq(variance, within + beyond),
        "part_within": ge(within),
        "part_beyond": ge(beyond, tail * (epsilon * n) ** 2),
    },
    then=(eq(mean, n / 2), le(tail, 1 / (n * epsilon**2))),
    facts={
        "symmetry": "zero-set-of-an-analytic-function-is-null",
        "variance": "martingale-decomposition-of-the-variance",
    },
    bridges=("cauchy-interlacing",),
    repairs="eigenvalues-of-a-random-quadratic-are-half-negative",
    about="the signs of the eigenvalues of a random symmetric matrix",
    scope="every n and every such law",
)
half = Rational(1, 2)
witness = {n: 4, mean: 2, variance: 4, tail: 1, epsilon: half, within: 0, beyond: 4}
countermodels = {
    "symmetry": witness | {mean: 1},
    "variance": witness | {variance: 5, tail: Rational(5, 4), beyond: 5},
    "split": witness | {tail: 2, beyond: 8},
    "part_within": witness | {tail: 2, beyond: 8, within: -4},
    "part_beyond": witness | {tail: 2},
}


def proof():
    middle = combine(claim.part(0), using={"symmetry": half})
    weight = 1 / (n * epsilon) ** 2
    rare = combine(
        claim.part(1),
        using=dict.fromkeys(("variance", "split", "part_within", "part_beyond"), weight),
    )
    return conjoin(claim, [middle, rare])
