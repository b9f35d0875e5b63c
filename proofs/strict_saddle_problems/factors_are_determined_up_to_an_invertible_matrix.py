"""f(UG, VG⁻ᵀ) = f(U, V) for every invertible G: the factors are not determined by their product.

The product is UGG⁻¹Vᵀ = UVᵀ. Along the tangents A = UC, B = −VCᵀ the product does not change to
first order: AVᵀ + UBᵀ = 0. Where UVᵀ = M and both factors have rank r these r² directions are the
kernel of the Hessian form |AVᵀ + UBᵀ|²: AVᵀ = −UBᵀ gives A = UC with C = −BᵀV(VᵀV)⁻¹, and then
CVᵀ = −Bᵀ since U is injective.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

M = Matrix(2, 2, real("m1:3_1:3"))
U, V = Matrix(2, 2, real("u1:3_1:3")), Matrix(2, 2, real("v1:3_1:3"))
a, b, c, d, t = real("a b c d t")
G, determinant = Matrix([[a, b], [c, d]]), a * d - b * c
inverse = Matrix([[d, -b], [-c, a]]) / determinant
f = function("f", (*U, *V), sum(entry**2 for entry in U * V.T - M) / 2)
moved = (U + t * U * G) * (V - t * V * G.T).T
product = [function(f"p{i + 1}{j + 1}", (t,), moved[i, j]) for i in (0, 1) for j in (0, 1)]

claim = Claim(
    id="factors-are-determined-up-to-an-invertible-matrix",
    says="The objective ½|UVᵀ − M|² does not change under U ↦ UG, V ↦ VG⁻ᵀ with G "
    "invertible; along the tangents UG, −VGᵀ the product is constant to first order.",
    items={"N-80": "definition"},
    where={
        tuple(G): "the entries of an invertible matrix G",
        tuple(M): "the entries of M",
        tuple(U): "the entries of U",
        tuple(V): "the entries of V",
    },
    given={"invertible": gt(determinant**2)},
    then=(
        eq(f(*(U * G), *(V * inverse.T)), f(*U, *V)),
        *(eq(entry.partial(t, at=(0,))) for entry in product),
    ),
    scope="m = n = r = 2 in explicit entries, M arbitrary; p are the entries of the product at "
    "U + tUG, V − tVGᵀ",
)
witness = {a: 2, b: 1, c: 1, d: 1} | {s: i for i, s in enumerate((*M, *U, *V))}
points = [witness]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
