"""The gradient of ½|UVᵀ − M|² is (UVᵀ − M)V along U and (UVᵀ − M)ᵀU along V.

f is the sum of g = ½(xy + r)² over the entries (i, j) of UVᵀ − M, with x = uᵢₖ, y = vⱼₖ and r the
rest of the entry. Its derivative along x is the entry times vⱼₖ, summed over j the entry (i, k) of
(UVᵀ − M)V; along y it is the entry times uᵢₖ, summed over i the entry (j, k) of (UVᵀ − M)ᵀU. This
holds for all sizes; for 3 × 2 matrices of rank two the sums are written out as well.
"""

from dataclasses import replace

from sympy import Matrix, Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

m, n, r = 3, 2, 2
M = Matrix(m, n, real("m1:4_1:3"))
U, V = Matrix(m, r, real("u1:4_1:3")), Matrix(n, r, real("v1:3_1:3"))
R = U * V.T - M
f = function("f", (*U, *V), sum(entry**2 for entry in R) / 2)
x, y, rest = real("x y rest")
g = function("g", (x, y), Rational(1, 2) * (x * y + rest) ** 2)


def slopes(along_u, along_v, entry):
    return (
        eq(g.partial(x), entry * y),
        eq(g.partial(y), entry * x),
        *map(eq, f.gradient(), (*along_u, *along_v)),
    )


claim = Claim(
    id="gradient-of-the-factorization",
    says="f = ½|UVᵀ − M|² has ∇_U f = (UVᵀ − M)V and ∇_V f = (UVᵀ − M)ᵀU, so both vanish at a "
    "critical point.",
    items={"N-83": "whole"},
    where={
        tuple(M): "the entries of M",
        x: ("the entry (i, k) of U", "u_{ik}"),
        y: ("the entry (j, k) of V", "v_{jk}"),
        rest: ("the entry (i, j) of UVᵀ − M without the product of these two", "r_{ij}"),
    },
    given={},
    then=slopes(R * V, R.T * U, x * y + rest),
    scope="g is what the entry (i, j) of UVᵀ − M adds to f, for any m, n and r; f, the sum over "
    "these, is written out for m = 3, n = 2, r = 2",
)
points = [{s: i + 1 for i, s in enumerate((*M, *U, *V, x, y, rest))}]
mutants = [
    ("factor 2", replace(claim, then=slopes(2 * R * V, 2 * R.T * U, 2 * (x * y + rest)))),
    ("sign", replace(claim, then=slopes(-R * V, -R.T * U, -x * y - rest))),
]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
