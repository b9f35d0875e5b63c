"""The quadratic ½t|x|² with a fair sign t = ±1 has all eigenvalues alike: never about half of each.

Each eigenvalue is positive with probability ½, and the number k of negative ones is n/2 in the
mean, but it is 0 or n: it misses n/2 by n/2, in every dimension and for both signs, more than any
tolerance εn with ε < ½. What is missing is independence of the entries. (For least squares, with
Hessian A'A, no eigenvalue is negative at all.)
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, lt, real, refute

k, n, epsilon, t = real("k n epsilon t")

claim = Claim(
    id="eigenvalues-of-a-random-quadratic-are-half-negative",
    says="Of the n Hessian eigenvalues of a random quadratic function about half are negative: "
    "their number is within εn of n/2, with a tolerance ε below one half.",
    items={"N-99": "whole"},
    where={
        t: "a fair random sign: the function is ½t|x|²",
        k: "how many eigenvalues of its Hessian tI are negative: all if t = −1, none if t = 1",
        n: "how many eigenvalues there are",
        epsilon: "the tolerance",
    },
    given={
        "sign": eq(t**2, 1),
        "all_or_none": eq(2 * k, n * (1 - t)),
        "order": gt(n),
        "tolerance": gt(epsilon),
        "below_a_half": lt(epsilon, Rational(1, 2)),
    },
    then=le((k - n / 2) ** 2, (epsilon * n) ** 2),
    about="the signs of the eigenvalues of a random symmetric matrix",
    scope="½t|x|² with t = ±1; it fails for both signs, in every dimension and for every tolerance "
    "below one half, the point is one instance",
)


def refutation():
    return refute(claim, {t: -1, k: 4, n: 4, epsilon: Rational(1, 4)})
