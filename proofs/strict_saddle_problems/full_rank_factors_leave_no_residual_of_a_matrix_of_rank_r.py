"""If both factors have full rank r at a critical point with residual R ≠ 0, then rank M > r.

Take y = Rᵀu ≠ 0. Since RV = 0, y is orthogonal to the columns of V, and Ry ≠ 0. For c in ℝʳ and s
in ℝ, M(Vc + sy) = UGc − sRy with G = VᵀV, because M = UVᵀ − R. The two parts are orthogonal
(RᵀU = 0), so |M(Vc + sy)|² = |UGc|² + s²|Ry|², which is positive unless c = 0 and s = 0: M is
injective on a space of dimension r + 1. So if rank M ≤ r, then R = 0 or a factor has a null vector.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, real

g, h, cross, s, cc, smallest = real("g h cross s cc smallest")  # |UGc|², |Ry|², UGc·Ry, s, |c|²

claim = Claim(
    id="full-rank-factors-leave-no-residual-of-a-matrix-of-rank-r",
    items=["N-81"],
    says="At a critical point where U and V have rank r and UVᵀ ≠ M, the rank of M exceeds r. So "
    "if rank M ≤ r, a critical point with UVᵀ ≠ M has a factor with a null vector.",
    given={
        "columns_of_R_and_U_orthogonal": eq(cross),
        "full_rank": ge(g, smallest * cc),
        "smallest_positive": gt(smallest),
        "residual": gt(h),
        "norm": ge(cc),
        "combination": gt(cc + s**2),
    },
    then=gt(g - 2 * s * cross + s**2 * h),
    scope="all m, n, r; |M(Vc + sy)|² over Gram variables, with |UGc|² ≥ smallest · |c|² for the "
    "full rank of UG; that a matrix injective on r + 1 dimensions has rank at least r + 1 is "
    "linear algebra",
)
witness = {g: 1, h: 1, cross: 0, s: 1, cc: 1, smallest: 1}
countermodels = {
    "columns_of_R_and_U_orthogonal": witness | {cross: 1},
    "full_rank": witness | {g: 0, s: 0},
    "smallest_positive": witness | {g: 0, s: 0, smallest: 0},
    "residual": witness | {h: 0, cc: 0, g: 0},
    "norm": {g: -1, h: Rational(1, 2), cross: 0, s: Rational(6, 5), cc: -1, smallest: 1},
    "combination": witness | {cc: 0, s: 0, g: 0},
}


def proof():
    scale = smallest + h
    return combine(
        claim,
        using={
            "columns_of_R_and_U_orthogonal": -2 * s * scale,
            "full_rank": scale,
            "norm": smallest**2,
            "combination": smallest * h,
        },
        squares=[(1, h * s)],
        scale=scale,
    )
