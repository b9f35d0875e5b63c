"""A random function need not have index k with probability C(m, k)/2ᵐ: a quadratic on the sphere.

A quadratic form with distinct eigenvalues, its eigenvectors a random basis, has 2n stationary
points on the unit sphere of Rⁿ, two of each index 0, …, n − 1 (claims
a-quadratic-on-the-sphere-is-stationary-at-eigenvectors and
two-coordinates-of-an-eigenvector-need-equal-eigenvalues): its index is uniform, not binomial. On
the sphere of R⁷, which has m = 6 dimensions, minima are 1/7, nine times 2⁻⁶. The Gaussian form is
the spherical spin glass with p = 2.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, le, real, refute

share, number, n = real("share number n")

claim = Claim(
    id="index-of-a-random-function-is-binomial",
    says="A critical point of a random function of m variables has index k with probability about "
    "C(m, k)/2ᵐ.",
    items={"N-24": "whole"},
    where={
        n: "the number of variables of the form, one more than the dimension m of the sphere",
        number: "how many stationary points the form has on the sphere",
        share: "the share of minima among them",
    },
    given={
        "seven_variables": eq(n, 7),
        "stationary_points": eq(number, 2 * n),
        "two_minima": eq(share * number, 2),
    },
    then=(ge(share, Rational(1, 2) / 2**6), le(share, Rational(2) / 2**6)),
    facts={"two_minima": "hessian-on-the-sphere"},
    about="the law of the index",
    scope="k = 0 and m = 6, and about means within a factor 2; a quadratic form on the sphere of "
    "R⁷ with distinct eigenvalues and random eigenvectors",
)


def refutation():
    return refute(claim, {share: Rational(1, 7), number: 14, n: 7})
