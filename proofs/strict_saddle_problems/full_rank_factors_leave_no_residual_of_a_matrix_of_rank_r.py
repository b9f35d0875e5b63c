"""If both factors have full rank r at a critical point with residual R ≠ 0, then rank M > r.

Take y = Rᵀu ≠ 0. Since RV = 0, y is orthogonal to the columns of V, and Ry ≠ 0. For c in ℝʳ and s
in ℝ, M(Vc + sy) = UGc − sRy with G = VᵀV, because M = UVᵀ − R. The two parts are orthogonal
(RᵀU = 0), so |M(Vc + sy)|² = |UGc|² + s²|Ry|², which is positive unless c = 0 and s = 0, since UG
is injective: M is injective on a space of dimension r + 1. So if rank M ≤ r, then R = 0 or a factor
has a null vector.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, real

image2, residual2, cross, s = real("image2 residual2 cross s")

claim = Claim(
    id="full-rank-factors-leave-no-residual-of-a-matrix-of-rank-r",
    says="At a critical point where U and V have rank r and UVᵀ ≠ M, the rank of M exceeds r. So "
    "if rank M ≤ r, a critical point with UVᵀ ≠ M has a factor with a null vector.",
    items={"N-81": "part null-vector", "N-82": "part null-vector", "N-84": "part null-vector"},
    where={
        image2: ("the squared length of UGc, where G = VᵀV", "|UGc|^2"),
        residual2: ("the squared length of Ry, where y = Rᵀu ≠ 0", "|Ry|^2"),
        cross: ("the product of UGc and Ry", r"(UGc)^\top Ry"),
        s: "the share of y in the combination Vc + sy",
    },
    given={
        "columns_of_R_and_U_orthogonal": eq(cross),
        "square": ge(image2),
        "residual": gt(residual2),
        "UG_injective_and_c_or_s_not_zero": gt(image2 + s**2),
    },
    then=gt(image2 - 2 * s * cross + s**2 * residual2),
    bridges=("rank-nullity",),
    scope="all m, n, r; the conclusion is about |M(Vc + sy)|² = |UGc − sRy|², multiplied out, for "
    "every c and s that are not both 0, with RV = 0 and UᵀR = 0 put in, which say that the "
    "gradient vanishes, and Vᵀy = (RV)ᵀu = 0",
)
witness = {image2: 1, residual2: 1, cross: 0, s: 1}
countermodels = {
    "columns_of_R_and_U_orthogonal": witness | {cross: 1},
    "residual": witness | {residual2: 0, image2: 0},
    "UG_injective_and_c_or_s_not_zero": witness | {s: 0, image2: 0},
}


def proof():
    return combine(
        claim,
        using={
            "columns_of_R_and_U_orthogonal": -2 * s * (1 + residual2),
            "UG_injective_and_c_or_s_not_zero": residual2,
            "square": 1,
        },
        squares=[(1, residual2 * s)],
        scale=1 + residual2,
    )
