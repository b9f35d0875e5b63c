"""A random quadratic function of two variables is a minimum with probability (2 − √2)/4, not 1/4.

For a Gaussian symmetric matrix of order two whose law no rotation changes, (u, v, b) with entries
u ± v and b are three independent Gaussians of one variance, and positive definiteness is the cone
u > √(v² + b²) of half-angle 45° (claims positive-definite-of-order-two-lies-in-a-circular-cone and
its converse). By Archimedes the cone takes (1 − cos 45°)/2 of all directions.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, eq, gt, real, refute

probability, cosine = real("p c")  # of a minimum; of the half-angle of the cone

claim = Claim(
    id="random-quadratic-is-a-minimum-with-probability-half-to-the-n",
    items=["N-100"],
    says="A random quadratic function of n variables has a local minimum, all n eigenvalues being "
    "positive, with probability 2⁻ⁿ.",
    given={
        "angle": eq(2 * cosine**2, 1),
        "acute": gt(cosine),
        "share_of_the_sphere": eq(2 * probability, 1 - cosine),
    },
    then=eq(probability, Rational(1, 4)),
    scope="n = 2 and the Gaussian orthogonal ensemble; p = (2 − √2)/4 = 0.146…; that a cap of "
    "half-angle θ has the share (1 − cos θ)/2 of the sphere is Archimedes'",
)


def refutation():
    return refute(claim, {cosine: sqrt(2) / 2, probability: Rational(1, 2) - sqrt(2) / 4})
