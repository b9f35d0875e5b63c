"""f(UG, VG⁻ᵀ) = f(U, V) for every invertible G, so that no minimum of f is isolated.

The product is UGG⁻¹Vᵀ = UVᵀ. Along the tangents A = UC, B = −VCᵀ the product does not change to
first order: AVᵀ + UBᵀ = 0. Where UVᵀ = M and both factors have rank r these r² directions are the
kernel of the Hessian form |AVᵀ + UBᵀ|²: AVᵀ = −UBᵀ gives A = UC with C = −BᵀV(VᵀV)⁻¹, and then
CVᵀ = −Bᵀ since U is injective.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

M = Matrix(2, 2, real("m1:3_1:3"))
U, V = Matrix(2, 2, real("u1:3_1:3")), Matrix(2, 2, real("v1:3_1:3"))
a, b, c, d = real("a b c d")
G, determinant = Matrix([[a, b], [c, d]]), a * d - b * c
inverse = Matrix([[d, -b], [-c, a]]) / determinant


def objective(left, right):
    return sum(entry**2 for entry in left * right.T - M) / 2


tangent = U * G * V.T - U * (V * G.T).T

claim = Claim(
    id="factors-are-determined-up-to-an-invertible-matrix",
    items=["N-80"],
    says="The objective ½|UVᵀ − M|² does not change under U ↦ UG, V ↦ VG⁻ᵀ, so that its minima are "
    "never isolated; along the tangents UC, −VCᵀ the product is constant to first order.",
    given={"invertible": gt(determinant**2)},
    then=(
        eq(objective(U * G, V * inverse.T), objective(U, V)),
        *(eq(entry) for entry in tangent),
    ),
    scope="m = n = r = 2 in explicit entries, M arbitrary; other sizes by the same line",
)
witness = {a: 2, b: 1, c: 1, d: 1} | {s: i for i, s in enumerate((*M, *U, *V))}
points = [witness]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
