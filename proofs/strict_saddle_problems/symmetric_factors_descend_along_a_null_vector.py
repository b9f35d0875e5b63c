"""Symmetric variant: with Ub = 0 and zᵀRz < 0, moving U to U + tzbᵀ lowers ¼|UUᵀ − M|².

R = UUᵀ − M becomes R + t²|b|²zzᵀ, since Ub = 0: the change is t²|b|²zᵀRz/2 + t⁴|b|⁴|z|⁴/4. If M ⪰ 0
has rank at most r, then at a critical point (RU = 0) with R ≠ 0 such b and z exist: M = UUᵀ − R
with orthogonal parts, so that −R ⪰ 0, and rank M = rank U + rank R leaves U a null vector. So every
local minimum has UUᵀ = M.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, gt, le, lt, real

loss, zRz, zz, bb, cross, t = real("loss zRz zz bb cross t")
image2, overlap = real("image2 overlap")
phi = function(
    "phi",
    (t,),
    (
        loss
        + 4 * t * cross
        + 2 * t**2 * (bb * zRz + zz * image2 + overlap**2)
        + 4 * t**3 * bb * zz * overlap
        + t**4 * bb**2 * zz**2
    )
    / 4,
)

claim = Claim(
    id="symmetric-factors-descend-along-a-null-vector",
    says="With one factor and M ⪰ 0 of rank r, every critical point with UUᵀ ≠ M has lower values "
    "arbitrarily near: U + tzbᵀ with Ub = 0 and zᵀRz < 0.",
    items={"N-85": "instance"},
    where={
        loss: ("the squared norm of the residual R = UUᵀ − M", r"\|R\|^2"),
        zRz: ("the residual's form at a vector z", r"z^\top Rz"),
        zz: ("the squared length of z", "|z|^2"),
        bb: ("the squared length of the null vector b of U", "|b|^2"),
        image2: ("the squared length of Ub", "|Ub|^2"),
        overlap: ("the product of z and Ub", r"z^\top Ub"),
        cross: ("the product of z and RUb", r"z^\top RUb"),
        t: "the length of the step",
    },
    given={
        "null_vector_of_U": eq(image2),
        "hence_no_overlap": eq(overlap),
        "hence_no_slope": eq(cross),
        "null_vector": gt(bb),
        "residual": lt(zRz, 0),
        "step": gt(t**2),
        "small_step": le(t**2 * bb * zz**2, -zRz),
    },
    then=lt(phi(t), phi(0)),
    bridges=("rank-nullity", "spectral-theorem"),
    scope="all n, r and M; φ(t) is ¼|UUᵀ − M|² at U + tzbᵀ, the squared Frobenius norm multiplied "
    "out",
)
witness = {loss: 1, zRz: -1, zz: 1, bb: 1, t: Rational(1, 2)}
witness |= {image2: 0, overlap: 0, cross: 0}
countermodels = {
    "null_vector_of_U": witness | {image2: 2},
    "hence_no_overlap": witness | {overlap: 2},
    "hence_no_slope": witness | {cross: 1},
    "null_vector": witness | {bb: 0},
    "residual": witness | {zRz: 0, zz: 0},
    "step": witness | {t: 0},
    "small_step": witness | {zz: 4},
}


def proof():
    quarter = t**2 * bb / 4
    return combine(
        claim,
        using={
            "null_vector_of_U": -(t**2) * zz / 2,
            "hence_no_overlap": -(t**2) * overlap / 2 - t**3 * bb * zz,
            "hence_no_slope": -t,
            "residual": quarter,
            "small_step": quarter,
        },
    )
