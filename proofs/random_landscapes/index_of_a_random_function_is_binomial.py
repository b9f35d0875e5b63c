"""A random function need not have index k with probability C(m, k)/2ᵐ: a quadratic on the sphere.

A Gaussian quadratic form on the unit sphere of Rⁿ, the spherical spin glass with p = 2, has 2n
stationary points almost surely, two of each index 0, …, n − 1 (claim
a-quadratic-on-the-sphere-is-stationary-at-eigenvectors): its index is uniform, not binomial. On the
sphere of R³, which has m = 2 dimensions, minima are a third, not a quarter.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, real, refute

share, number = real("share number")  # of minima among the stationary points, and of all of these

claim = Claim(
    id="index-of-a-random-function-is-binomial",
    items=["N-24"],
    says="A critical point of a random function of m variables has index k with probability "
    "C(m, k)/2ᵐ.",
    given={"six_points": eq(number, 6), "two_minima": eq(share * number, 2)},
    then=eq(share * 4, 1),
    scope="k = 0 and m = 2, for a Gaussian quadratic form on the sphere of R³; for every m its "
    "share of minima is 1/(m + 1), which 2⁻ᵐ does not approach either; m = 1, an "
    "isotropic Gaussian field in the plane and separable periodic functions agree with the formula",
)


def refutation():
    return refute(claim, {share: Rational(1, 3), number: 6})
