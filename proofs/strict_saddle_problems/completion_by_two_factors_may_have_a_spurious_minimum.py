"""Two factors do not remove it: a 4 × 4 matrix of rank one, ten entries seen, a spurious minimum.

Two blocks of four entries are observed and the two entries that link the small coordinates of the
blocks; these determine the matrix. At u = v = (1, ½, −1, −½), where the second block has the wrong
sign, the gradient vanishes, and the Hessian has inertia (7, 0, 1), the zero being that of
u ↦ gu, v ↦ v/g; with u₁ held fixed it is positive definite. The loss is 3425/3136. As the loss is
convex in the product uvᵀ, this is also a linear network with one hidden unit and a convex loss,
other than the full squared one, that has a spurious minimum.
"""

from sympy import ImmutableMatrix, Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, inertia
from provenscape.models.landscapes import matrix_completion

half = Rational(1, 2)
large, mixed, small = Rational(7, 8), Rational(3, 4), Rational(9, 14)  # large · small = mixed²
M = [[(large, mixed, small)[i % 2 + j % 2] for j in range(4)] for i in range(4)]
seen = [[int(i // 2 == j // 2 or i % 2 == j % 2 == 1) for j in range(4)] for i in range(4)]
landscape = matrix_completion(seen, M, 1)
spurious = landscape.at((1, half, -1, -half) * 2)
hessian = ImmutableMatrix(landscape.hessian.xreplace(spurious))

claim = Claim(
    id="completion-by-two-factors-may-have-a-spurious-minimum",
    items=["N-85"],
    says="Completion by two factors can have a spurious local minimum: ten entries of a 4 × 4 "
    "matrix of rank one that determine it, gradient zero, positive definite Hessian across the "
    "orbit of the symmetry, positive loss.",
    given={},
    then=(
        *(eq(slope.xreplace(spurious)) for slope in landscape.gradient),
        eq(landscape.expression.xreplace(spurious), Rational(3425, 3136)),
        Inertia(hessian, 7, 0, 1),
        Inertia(hessian[1:, 1:], 7, 0, 0),
    ),
    scope="one 4 × 4 instance, r = 1; with u₁ fixed the Hessian is positive definite, and each "
    "point near is carried to u₁ = 1 by the symmetry",
)
witness = {}


def proof():
    relations = [combine(claim.part(i), using={}) for i in range(9)]
    return conjoin(claim, [*relations, inertia(claim.part(9)), inertia(claim.part(10))])
