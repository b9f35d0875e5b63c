"""Symmetric independent entries: the index k has mean n/2, and P(|k/n − 1/2| ≥ ε) ≤ 1/(nε²).

H and −H have one law, so that k and n − k have, zero eigenvalues apart; the variance is at most n
(claim index-variance-is-at-most-the-order); Chebyshev.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le, real

n, mean, variance, tail, epsilon = real("n mean V tail epsilon")

claim = Claim(
    id="half-of-the-eigenvalues-are-positive-but-for-a-vanishing-share",
    items=["N-99"],
    says="If the Hessian has independent, symmetrically distributed entries with densities, the "
    "number of negative eigenvalues is n/2 in the mean, and its share of n is within ε of 1/2 with "
    "probability at least 1 − 1/(nε²).",
    given={
        "order": gt(n),
        "symmetry": eq(mean, n - mean),
        "variance": le(variance, n),
        "chebyshev": le(tail * (epsilon * n) ** 2, variance),
    },
    then=(eq(mean, n / 2), le(tail * n * epsilon**2, 1)),
    repairs="eigenvalues-of-a-random-quadratic-are-half-negative",
    scope="every n and every such law; other random quadratics differ: of a least-squares problem "
    "no eigenvalue is negative",
)
witness = {n: 4, mean: 2, variance: 4, tail: 1, epsilon: Rational(1, 2)}
countermodels = {
    "order": {n: -1, mean: -Rational(1, 2), variance: -1, tail: -2, epsilon: 1},
    "symmetry": {**witness, mean: 1},
    "variance": {**witness, variance: 5, tail: Rational(5, 4)},
    "chebyshev": {**witness, tail: 2},
}


def proof():
    middle = combine(claim.part(0), using={"symmetry": Rational(1, 2)})
    rare = combine(claim.part(1), using={"variance": 1, "chebyshev": 1}, scale=n)
    return conjoin(claim, [middle, rare])
