"""The gradient of ½|UVᵀ − M|² is (UVᵀ − M)V along U and (UVᵀ − M)ᵀU along V.

Along an entry x = uᵢₖ the i-th row of the residual is xvⱼ + rⱼ, where vⱼ = vⱼₖ, rⱼ without x,
so that f is ½(x² Σ vⱼ² + 2x Σ rⱼvⱼ + …); and the entry (i, k) of (UVᵀ − M)V is Σ (xvⱼ + rⱼ)vⱼ.
This holds for all sizes, and for the entries of V by transposition. For 3 × 2 matrices of rank two
the gradient is given entry by entry as well.
"""

from dataclasses import replace

from sympy import Matrix, Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

m, n, r = 3, 2, 2
M = Matrix(m, n, real("m1:4_1:3"))
U, V = Matrix(m, r, real("u1:4_1:3")), Matrix(n, r, real("v1:3_1:3"))
R = U * V.T - M
f = function("f", (*U, *V), sum(entry**2 for entry in R) / 2)
x, vv, rv, rest = real("x vv rv rest")
h = function("h", (x,), Rational(1, 2) * (x**2 * vv + 2 * x * rv + rest))


def slopes(along_u, along_v, along_x):
    return (eq(h.partial(x), along_x), *map(eq, f.gradient(), (*along_u, *along_v)))


claim = Claim(
    id="gradient-of-the-factorization",
    says="∇_U f = (UVᵀ − M)V and ∇_V f = (UVᵀ − M)ᵀU, so both vanish at a critical point.",
    items={"N-83": "whole"},
    where={
        tuple(M): "the entries of M",
        x: ("the entry (i, k) of U", "u_{ik}"),
        vv: ("the sum of the squares of the k-th column of V", r"\textstyle\sum_j v_{jk}^2"),
        rv: (
            "the product of that column and the i-th row of UVᵀ − M, taken without uᵢₖ",
            r"\textstyle\sum_j r_j v_{jk}",
        ),
        rest: "what in 2f does not depend on that entry",
    },
    given={},
    then=slopes(R * V, R.T * U, x * vv + rv),
    scope="h is f by one entry of U in all sizes, with the entry (i, k) of (UVᵀ − M)V beside its "
    "derivative; f is written out for m = 3, n = 2, r = 2",
)
points = [{s: i + 1 for i, s in enumerate((*M, *U, *V, x, vv, rv, rest))}]
mutants = [
    ("factor 2", replace(claim, then=slopes(2 * R * V, 2 * R.T * U, 2 * (x * vv + rv)))),
    ("sign", replace(claim, then=slopes(-R * V, -R.T * U, -x * vv - rv))),
]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
