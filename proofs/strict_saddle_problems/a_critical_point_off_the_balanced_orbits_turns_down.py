"""Not every critical point can be balanced by the group, and those others are strict saddles too.

For M = diag(4, 0) and r = 1 = rank M the point u = 0, v = e₂ is critical, as v is a null vector of
M. No u ↦ gu, v ↦ v/g makes |u| = |v|, so it lies on no orbit of a balanced point. Its Hessian has
one negative eigenvalue, ½ − ½√65, along u = e₁ and v = e₁ as the general direction says (here U has
the null vector, and w = |Vb|² = 1).
"""

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, inertia
from provenscape.models.landscapes import matrix_factorization

f = matrix_factorization(2, 2, 1, [[4, 0], [0, 0]]).f
POINT = (0, 0, 0, 1)

claim = Claim(
    id="a-critical-point-off-the-balanced-orbits-turns-down",
    says="Singular triplets up to the symmetry group are not all critical points: where M has null "
    "vectors, one factor may be 0 and the other made of them. Such a point is a strict saddle too.",
    items={"N-82": "instance"},
    given={},
    then=(*map(eq, f.gradient(at=POINT)), Inertia(f.hessian(at=POINT), 2, 1, 1)),
    scope="M = diag(4, 0), r = 1, at u = 0, v = e₂",
)


def proof():
    slopes = [combine(claim.part(i), using={}) for i in range(4)]
    return conjoin(claim, [*slopes, inertia(claim.part(4))])
