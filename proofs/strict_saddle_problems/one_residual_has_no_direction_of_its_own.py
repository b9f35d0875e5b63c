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

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, real
from provenscape.models.landscapes import matrix_factorization

landscape = matrix_factorization(2, 2, 2, [[4, 0], [0, 1]])
f = landscape.f
FIRST, SECOND = (2, 0, 0, 0, 2, 0, 0, 0), (0, 2, 0, 0, 0, 2, 0, 0)
direction = a11, a12, a21, a22, b11, b12, b21, b22 = real("a1:3_1:3 b1:3_1:3")
t = real("t")
U, V = Matrix(2, 2, f.variables[:4]), Matrix(2, 2, f.variables[4:])
product = [
    function(f"p{i + 1}{j + 1}", f.variables, (U * V.T)[i, j]) for i in (0, 1) for j in (0, 1)
]


def along(name, point):
    """f on the line through a point."""
    moved = [x + t * step for x, step in zip(point, direction, strict=True)]
    at = dict(zip(f.variables, moved, strict=True))
    return function(name, (t,), landscape.expression.xreplace(at))


first, second = along("g", FIRST).partial(t, t, at=(0,)), along("h", SECOND).partial(t, t, at=(0,))
flat = (
    *map(eq, f.gradient(at=FIRST)),
    *map(eq, f.gradient(at=SECOND)),
    *(eq(entry(*FIRST), entry(*SECOND)) for entry in product),
)

claim = Claim(
    id="one-residual-has-no-direction-of-its-own",
    says="Two critical points can have the same M and the same residual and yet no common "
    "direction of negative curvature: the residual alone does not tell where f falls.",
    items={"N-84": "instance"},
    where={direction[:4]: "the direction of U", direction[4:]: "the direction of V"},
    given={},
    then=(*flat, ge(first + second)),
    scope="M = diag(4, 1), r = 2, at U = V = diag(2, 0) and U = V = 2e₁e₂ᵀ, all directions; g and "
    "h are f on the lines through the two points, p the entries of UVᵀ",
)
points = [dict.fromkeys(direction, 1)]
mutants = [
    (
        "one point alone",
        replace(claim, then=(*flat, ge(first))),
        dict.fromkeys(direction, 0) | {a22: 1, b22: 1},
    )
]


def proof():
    values = [combine(claim.part(i), using={}) for i in range(len(flat))]
    squares = [(4, a11 + b11), (4, a12 + b12), (2, a21 - b21), (2, a22 - b22)]
    squares += [(2, entry) for entry in (a21, a22, b21, b22)]
    return conjoin(claim, [*values, combine(claim.part(len(flat)), using={}, squares=squares)])
