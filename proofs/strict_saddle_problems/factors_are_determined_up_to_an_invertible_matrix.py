"""Two pairs of factors of full rank have the same product exactly if an invertible G leads over.

f(UG, VG⁻ᵀ) = f(U, V), since the product is UGG⁻¹Vᵀ. Conversely PQᵀ = UVᵀ gives P(QᵀQ) = U(VᵀQ) and
Q(PᵀP) = V(UᵀP): where Q has full rank, P = UG with G = VᵀQ(QᵀQ)⁻¹, and G is invertible if P has
full rank; then UGQᵀ = UVᵀ, and Q = VG⁻ᵀ if U has. Along the tangents A = UC, B = −VCᵀ the product
does not change to first order. Where UVᵀ = M and both factors have rank r these r² directions are
the kernel of the Hessian form |AVᵀ + UBᵀ|²: AVᵀ = −UBᵀ gives A = UC with C = −BᵀV(VᵀV)⁻¹, and then
CVᵀ = −Bᵀ since U is injective.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

m, n = 2, 3
M = Matrix(m, n, real("m1:3_1:4"))
U, V = Matrix(m, 2, real("u1:3_1:3")), Matrix(n, 2, real("v1:4_1:3"))
P, Q = Matrix(m, 2, real("p1:3_1:3")), Matrix(n, 2, real("q1:4_1:3"))
a, b, c, d, t = real("a b c d t")
G, determinant = Matrix([[a, b], [c, d]]), a * d - b * c
inverse = Matrix([[d, -b], [-c, a]]) / determinant
f = function("f", (*U, *V), sum(entry**2 for entry in U * V.T - M) / 2)
ENTRIES = [(i, j) for i in range(m) for j in range(n)]
moved = (U + t * U * G) * (V - t * V * G.T).T
product = [function(f"w{i + 1}{j + 1}", (t,), moved[i, j]) for i, j in ENTRIES]
left = [((P * Q.T * Q)[i, k], (U * V.T * Q)[i, k]) for i in range(m) for k in range(2)]
right = [((Q * P.T * P)[j, k], (V * U.T * P)[j, k]) for j in range(n) for k in range(2)]

claim = Claim(
    id="factors-are-determined-up-to-an-invertible-matrix",
    says="The objective ½|UVᵀ − M|² does not change under U ↦ UG, V ↦ VG⁻ᵀ with G invertible, and "
    "where PQᵀ = UVᵀ, P(QᵀQ) = U(VᵀQ) and Q(PᵀP) = V(UᵀP), so that factors of full rank differ by "
    "such a G; along the tangents UG, −VGᵀ the product is constant to first order.",
    items={"N-80": "definition"},
    where={
        tuple(G): "the entries of an invertible matrix G",
        tuple(M): "the entries of M",
        (*U, *V): "the entries of the factors U and V",
        (*P, *Q): "the entries of other factors P and Q",
    },
    given={
        "invertible": gt(determinant**2),
        **{f"product_{i + 1}{j + 1}": eq((P * Q.T)[i, j], (U * V.T)[i, j]) for i, j in ENTRIES},
    },
    then=(
        eq(f(*(U * G), *(V * inverse.T)), f(*U, *V)),
        *(eq(entry.partial(t, at=(0,))) for entry in product),
        *(eq(*sides) for sides in (*left, *right)),
    ),
    bridges=("rank-nullity",),
    scope="m = 2, n = 3 and r = 2 in explicit entries, M arbitrary; w are the entries of the "
    "product at U + tUG, V − tVGᵀ",
)
witness = {a: 2, b: 1, c: 1, d: 1} | {s: i for i, s in enumerate((*M, *U, *V))}
witness |= dict(zip((*P, *Q), [witness[s] for s in (*U, *V)], strict=True))
points = [witness]
nothing = dict.fromkeys((*M, *U, *V, *P, *Q), 0) | {a: 1, b: 0, c: 0, d: 1}
countermodels = {f"product_{i + 1}{j + 1}": nothing | {P[i, 0]: 1, Q[j, 0]: 1} for i, j in ENTRIES}


def proof():
    free = [combine(claim.part(i), using={}) for i in range(1 + m * n)]
    first = [
        combine(
            claim.part(1 + m * n + 2 * i + k),
            using={f"product_{i + 1}{j + 1}": Q[j, k] for j in range(n)},
        )
        for i in range(m)
        for k in range(2)
    ]
    second = [
        combine(
            claim.part(1 + m * n + 2 * m + 2 * j + k),
            using={f"product_{i + 1}{j + 1}": P[i, k] for i in range(m)},
        )
        for j in range(n)
        for k in range(2)
    ]
    return conjoin(claim, [*free, *first, *second])
