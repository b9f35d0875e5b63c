"""Two factors do not remove it: a 4 × 4 matrix of rank one, ten entries seen, a spurious minimum.

Two blocks of four entries are observed and the two entries that link the small coordinates of the
blocks; as the first is not 0, a matrix uvᵀ with these entries has factors with u₁ = 1, and there is
one pair of them. At u = v = (1, ½, −1, −½), where the second block has the wrong sign, the gradient
vanishes, and the loss is 3425/3136. By u ↦ gu, v ↦ v/g each point near can be brought to u₁ = 1
without a change of the loss; g, the loss with u₁ = 1, has a positive definite Hessian there. As the
loss is convex in the product uvᵀ, this is also a linear network with one hidden unit and a convex
loss, other than the full squared one, that has a spurious minimum.
"""

from sympy import Rational, eye

from provenscape.kernel import Claim, Inertia, Roots, combine, conjoin, eq, function, inertia, roots
from provenscape.models.landscapes import matrix_completion

half = Rational(1, 2)
large, mixed, small = Rational(7, 8), Rational(3, 4), Rational(9, 14)  # large · small = mixed²
M = [[(large, mixed, small)[i % 2 + j % 2] for j in range(4)] for i in range(4)]
seen = [[int(i // 2 == j // 2 or i % 2 == j % 2 == 1) for j in range(4)] for i in range(4)]
landscape = matrix_completion(seen, M, 1)
f, first = landscape.f, landscape.variables[0]
g = function("g", landscape.variables[1:], landscape.expression.xreplace({first: Rational(1)}))
SPURIOUS = (1, half, -1, -half) * 2
u, v = (1, *landscape.variables[1:4]), landscape.variables[4:]
places = [(i, j) for i in range(4) for j in range(4) if seen[i][j]]
entries = tuple(u[i] * v[j] - M[i][j] for i, j in places)
ratio = Rational(6, 7)
FACTORS = (ratio, 1, ratio, large, mixed, large, mixed)

claim = Claim(
    id="completion-by-two-factors-may-have-a-spurious-minimum",
    says="Completion by two factors can have a spurious local minimum: ten entries of a 4 × 4 "
    "matrix of rank one that determine it, gradient zero, positive definite Hessian once the "
    "symmetry is removed by u₁ = 1, positive loss.",
    items={"N-85": "instance"},
    given={},
    then=(
        Roots(entries, landscape.variables[1:], (FACTORS,)),
        *map(eq, f.gradient(at=SPURIOUS)),
        eq(f(*SPURIOUS), Rational(3425, 3136)),
        Inertia(g.hessian(at=SPURIOUS[1:]), 7, 0, 0),
    ),
    bridges=("second-order-sufficient-condition",),
    scope="one 4 × 4 instance, r = 1; g is f with u₁ = 1",
)


def proof():
    at = dict(zip(places, map(eye(10).row, range(10)), strict=True))
    _, u2, u3, u4 = u
    v1, v2, v3, v4 = v
    seen_u2 = (at[1, 0] - u2 * at[0, 0]) / large
    seen_u4 = (at[3, 1] - u4 * at[0, 1]) / mixed
    seen_v4 = (at[1, 3] - v4 * seen_u2) / ratio
    cofactors = {
        v1: at[0, 0],
        v2: at[0, 1],
        u2: seen_u2,
        u4: seen_u4,
        v4: seen_v4,
        v3: (at[3, 2] - v3 * seen_u4) / ratio,
        u3: (at[2, 3] - u3 * seen_v4) / mixed,
    }
    values = dict(zip(landscape.variables[1:], FACTORS, strict=True))
    whole = roots(claim.part(0), {s: (s - values[s], tuple(cofactors[s])) for s in values})
    relations = [combine(claim.part(i), using={}) for i in range(1, 10)]
    return conjoin(claim, [whole, *relations, inertia(claim.part(10))])
