"""A random quadratic function of two variables is a minimum with probability (2 − √2)/4, not 1/4.

For a Gaussian symmetric matrix of order two whose law no rotation changes, (u, v, b) with entries
u ± v and b are three independent Gaussians of one variance, and positive definiteness is the cone
u > √(v² + b²) of half-angle 45° (claims positive-definite-of-order-two-lies-in-a-circular-cone and
its converse). By Archimedes the cone takes (1 − cos 45°)/2 of all directions.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, eq, gt, real, refute

probability, cosine = real("p c")

claim = Claim(
    id="random-quadratic-is-a-minimum-with-probability-half-to-the-n",
    says="A random quadratic function of n variables has a local minimum, all n eigenvalues being "
    "positive, with probability 2⁻ⁿ.",
    items={"N-100": "whole", "N-25": "part as-random-signs-are"},
    where={
        probability: "the probability of a minimum, n = 2",
        cosine: "the cosine of 45°, the half-angle of the cone of positive definite matrices",
    },
    given={
        "angle": eq(2 * cosine**2, 1),
        "acute": gt(cosine),
        "share_of_the_sphere": eq(probability, (1 - cosine) / 2),
    },
    then=eq(probability, Rational(1, 4)),
    facts={"share_of_the_sphere": "spherical-cap-area"},
    bridges=("standard-normal-vectors-are-rotation-invariant",),
    about="the probability that a random symmetric matrix is positive definite",
    scope="n = 2 and the Gaussian orthogonal ensemble, where it is (2 − √2)/4 = 0.146…",
)


def refutation():
    return refute(claim, {cosine: sqrt(2) / 2, probability: Rational(1, 2) - sqrt(2) / 4})
