"""The quadratic of a random least-squares problem has no negative eigenvalue: its Hessian is A'A.

w'A'Aw = |Aw|² is never negative, so that in every dimension the number k of negative eigenvalues is
0 and misses n/2 by n/2, more than any tolerance εn with ε < 1/2. That k is 0 is put in as a
hypothesis.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, lt, real, refute

k, n, epsilon = real("k n epsilon")

claim = Claim(
    id="eigenvalues-of-a-random-quadratic-are-half-negative",
    says="Of the n Hessian eigenvalues of a random quadratic function about half are negative: "
    "their number is within εn of n/2, with a tolerance ε below one half.",
    items={"N-99": "whole"},
    where={
        k: "how many eigenvalues of the Hessian A'A of ½|Ax − y|² are negative: none, since "
        "w'A'Aw = |Aw|²",
        n: "how many eigenvalues there are",
        epsilon: "the tolerance",
    },
    given={
        "gram": eq(k),
        "order": gt(n),
        "tolerance": gt(epsilon),
        "below_a_half": lt(epsilon, Rational(1, 2)),
    },
    then=le((k - n / 2) ** 2, (epsilon * n) ** 2),
    about="the signs of the eigenvalues of a random symmetric matrix",
    scope="½|Ax − y|² for a random matrix A, whatever its law; it fails in every dimension and for "
    "every tolerance below one half, the point is one instance",
)


def refutation():
    return refute(claim, {k: 0, n: 4, epsilon: Rational(1, 4)})
