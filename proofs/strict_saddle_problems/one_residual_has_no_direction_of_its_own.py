"""Two critical points with the same M and the same residual share no direction of descent.

For M = diag(4, 1) and r = 2, U = V = diag(2, 0) and U = V = 2e₁e₂ᵀ are critical with the residual
−e₂e₂ᵀ. Along any (A, B) the two curvatures add up to
4((a₁₁ + b₁₁)² + (a₁₂ + b₁₂)²) + 2(|a|² + |b|²) + 2|a − b|², a and b the second rows of A and B. So
they are never both negative: whatever is made of M and the residual alone goes up, or is flat to
second order, at one of the two points. What the residual lacks is a null vector of a factor: e₂ at
the first point, e₁ at the second.
"""

from dataclasses import replace

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, ge, real
from provenscape.models.landscapes import matrix_factorization

landscape = matrix_factorization(2, 2, 2, [[4, 0], [0, 1]])
FIRST, SECOND = (2, 0, 0, 0, 2, 0, 0, 0), (0, 2, 0, 0, 0, 2, 0, 0)
direction = a11, a12, a21, a22, b11, b12, b21, b22 = real("a1:3_1:3 b1:3_1:3")


def slopes(point):
    return [slope.xreplace(landscape.at(point)) for slope in landscape.gradient]


def curvature(point):
    """The second derivative of f at the point along (A, B)."""
    step = Matrix(direction)
    return (step.T * landscape.hessian.xreplace(landscape.at(point)) * step)[0]


def residual(point):
    """UVᵀ − M, entry by entry."""
    U, V = Matrix(2, 2, point[:4]), Matrix(2, 2, point[4:])
    return list(U * V.T - Matrix([[4, 0], [0, 1]]))


claim = Claim(
    id="one-residual-has-no-direction-of-its-own",
    items=["N-84"],
    says="Two critical points can have the same M and the same residual and yet no common "
    "direction of negative curvature: the residual alone does not tell where f falls.",
    given={},
    then=(
        *(eq(slope) for point in (FIRST, SECOND) for slope in slopes(point)),
        *(eq(x, y) for x, y in zip(residual(FIRST), residual(SECOND), strict=True)),
        ge(curvature(FIRST) + curvature(SECOND)),
    ),
    scope="M = diag(4, 1), r = 2, at U = V = diag(2, 0) and U = V = 2e₁e₂ᵀ, all directions (A, B)",
)
witness = {}
points = [dict.fromkeys(direction, 1)]
mutants = [("one point alone", replace(claim, then=(*claim.then[:-1], ge(curvature(FIRST)))))]


def proof():
    flat = [combine(claim.part(i), using={}) for i in range(20)]
    squares = [(4, a11 + b11), (4, a12 + b12), (2, a21 - b21), (2, a22 - b22)]
    squares += [(2, entry) for entry in (a21, a22, b21, b22)]
    return conjoin(claim, [*flat, combine(claim.part(20), using={}, squares=squares)])
