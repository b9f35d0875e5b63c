"""The quadratic of a random least-squares problem has no negative eigenvalue: its Hessian is A'A.

For A with rows (a, b) and (c, d) the determinant of A'A is (ad − bc)², never negative; one
eigenvalue of either sign would make it negative.
"""

from provenscape.kernel import Claim, lt, real, refute

a, b, c, d = real("a b c d")

claim = Claim(
    id="eigenvalues-of-a-random-quadratic-are-half-negative",
    items=["N-99"],
    says="Of the Hessian eigenvalues of a random quadratic function about half are negative, so "
    "that in the plane their product is.",
    given={},
    then=lt((a**2 + c**2) * (b**2 + d**2) - (a * b + c * d) ** 2, 0),
    scope="½|Ax − y|² for a random 2 × 2 matrix A, whatever its law",
)


def refutation():
    return refute(claim, {a: 1, b: 0, c: 0, d: 1})
