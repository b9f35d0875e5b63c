"""At a critical point UVᵀ is part of a singular value decomposition of M.

With X = UVᵀ and R = X − M, RV = 0 and RᵀU = 0 give RXᵀ = 0 and RᵀX = 0: row and column spaces of X
and R are orthogonal. Singular triplets of X and of −R with nonzero value are therefore triplets of
M = X − R, and all of its. Conversely UVᵀ made of r or fewer triplets of M, with factors spanned by
their vectors, is critical. In explicit entries, RXᵀ = (RV)Uᵀ and RᵀX = (RᵀU)Vᵀ.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

m, n, r = 3, 2, 2
M = Matrix(m, n, real("m1:4_1:3"))
U, V = Matrix(m, r, real("u1:4_1:3")), Matrix(n, r, real("v1:3_1:3"))
X = U * V.T
f = function("f", (*U, *V), sum(entry**2 for entry in X - M) / 2)
of_U = {f"RV_{i}{k}": f.partial(U[i, k]) for i in range(m) for k in range(r)}
of_V = {f"RtU_{j}{k}": f.partial(V[j, k]) for j in range(n) for k in range(r)}

claim = Claim(
    id="critical-products-are-parts-of-the-decomposition",
    says="At a critical point MXᵀ = XXᵀ and MᵀX = XᵀX for X = UVᵀ: every singular triplet of UVᵀ "
    "is one of M, and the others make up the residual.",
    items={"N-82": "instance"},
    where={tuple(M): "the entries of M"},
    given={name: eq(slope) for name, slope in (of_U | of_V).items()},
    then=(
        *(eq((M * X.T)[i, j], (X * X.T)[i, j]) for i in range(m) for j in range(m)),
        *(eq((M.T * X)[i, j], (X.T * X)[i, j]) for i in range(n) for j in range(n)),
    ),
    bridges=("singular-value-decomposition",),
    scope="m = 3, n = 2, r = 2 in explicit entries, M arbitrary",
)
witness = dict.fromkeys((*M, *U, *V), 0) | {M[0, 0]: 4, U[0, 0]: 2, V[0, 0]: 2, M[1, 1]: 1}
points = [witness | {M[0, 0]: 5}, witness | {U[1, 1]: 3}]


def violating_row(i, k):
    """RV has the entry (i, k) alone: R = eᵢe₁ᵀ, V = e₁eₖᵀ and U = eₗeₖᵀ with l ≠ i."""
    other = (i + 1) % m
    return dict.fromkeys([*M, *U, *V], 0) | {
        V[0, k]: 1, U[other, k]: 1, M[other, 0]: 1, M[i, 0]: -1,
    }  # fmt: skip


def violating_column(j, k):
    """RᵀU has the entry (j, k) alone."""
    other = (j + 1) % n
    return dict.fromkeys([*M, *U, *V], 0) | {
        U[0, k]: 1, V[other, k]: 1, M[0, other]: 1, M[0, j]: -1,
    }  # fmt: skip


countermodels = {
    **{f"RV_{i}{k}": violating_row(i, k) for i in range(m) for k in range(r)},
    **{f"RtU_{j}{k}": violating_column(j, k) for j in range(n) for k in range(r)},
}


def proof():
    rows = [
        combine(claim.part(m * i + j), using={f"RV_{i}{k}": -U[j, k] for k in range(r)})
        for i in range(m)
        for j in range(m)
    ]
    columns = [
        combine(claim.part(m * m + n * i + j), using={f"RtU_{i}{k}": -V[j, k] for k in range(r)})
        for i in range(n)
        for j in range(n)
    ]
    return conjoin(claim, rows + columns)
