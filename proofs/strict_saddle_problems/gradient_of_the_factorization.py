"""The gradient of ½|UVᵀ − M|² is (UVᵀ − M)V along U and (UVᵀ − M)ᵀU along V.

In explicit entries, with M and the factors symbolic. For other sizes each entry of the residual
contains uᵢₖ once, times vⱼₖ, so that ∂f/∂uᵢₖ = Σⱼ Rᵢⱼvⱼₖ by the same sum.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, real

m, n, r = 3, 2, 2
M = Matrix(m, n, real("m1:4_1:3"))
U, V = Matrix(m, r, real("u1:4_1:3")), Matrix(n, r, real("v1:3_1:3"))
R = U * V.T - M
f = sum(entry**2 for entry in R) / 2


def slopes(along_u, along_v):
    pairs = [*zip(U, along_u, strict=True), *zip(V, along_v, strict=True)]
    return tuple(eq(f.diff(variable), slope) for variable, slope in pairs)


claim = Claim(
    id="gradient-of-the-factorization",
    items=["N-83"],
    says="∇_U f = (UVᵀ − M)V and ∇_V f = (UVᵀ − M)ᵀU, so both vanish at a critical point.",
    given={},
    then=slopes(R * V, R.T * U),
    scope="m = 3, n = 2, r = 2 in explicit entries, M arbitrary",
)
witness = {}
points = [{s: i + 1 for i, s in enumerate((*M, *U, *V))}]
wrong = {"factor 2": slopes(2 * R * V, 2 * R.T * U), "sign": slopes(-R * V, -R.T * U)}
mutants = [(name, Claim(claim.id, (), claim.says, {}, then)) for name, then in wrong.items()]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
