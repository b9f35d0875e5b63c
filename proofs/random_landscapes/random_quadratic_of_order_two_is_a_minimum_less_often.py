"""P(positive definite) = (2 − √2)/4 for the orthogonally invariant Gaussian matrix of order two.

It solves 2 (1 − 2p)² = 1 with p < 1/2, and lies strictly below the 1/4 of two independent signs.
The cone of positive definite matrices is round (claim
positive-definite-of-order-two-lies-in-a-circular-cone), and Archimedes gives its share.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real

probability, cosine = real("p c")
half, quarter = Rational(1, 2), Rational(1, 4)

claim = Claim(
    id="random-quadratic-of-order-two-is-a-minimum-less-often",
    says="The Gaussian symmetric matrix of order two is positive definite with probability "
    "(2 − √2)/4 = 0.146…, the smaller root of 2 (1 − 2p)² = 1, strictly less than 1/4.",
    items={"N-100": "instance"},
    where={
        probability: "the probability that the matrix is positive definite",
        cosine: "the cosine of 45°, the half-angle of the cone of positive definite matrices",
    },
    given={
        "angle": eq(2 * cosine**2, 1),
        "acute": gt(cosine),
        "share_of_the_sphere": eq(probability, (1 - cosine) / 2),
    },
    then=(eq(2 * (1 - 2 * probability) ** 2, 1), lt(probability, quarter)),
    facts={"share_of_the_sphere": "spherical-cap-area"},
    bridges=("standard-normal-vectors-are-rotation-invariant",),
    scope="Gaussian orthogonal ensemble, n = 2",
)
witness = {cosine: 2**half / 2, probability: half - 2**half / 4}
countermodels = {
    "angle": {cosine: Rational(1, 3), probability: Rational(1, 3)},
    "acute": {cosine: -(2**half) / 2, probability: half + 2**half / 4},
    "share_of_the_sphere": {cosine: 2**half / 2, probability: 1},
}


def proof():
    gap = 1 - 2 * probability
    root = combine(
        claim.part(0),
        using={"angle": 1, "share_of_the_sphere": -4 * (gap + cosine)},
    )
    below = combine(
        claim.part(1),
        using={"angle": half, "share_of_the_sphere": -2 * (cosine + half)},
        squares=[(quarter, 1)],
        scale=2 * (cosine + half),
    )
    return conjoin(claim, [root, below])
