"""Symmetric variant: with Ub = 0 and zᵀRz < 0, moving U to U + tzbᵀ lowers ¼|UUᵀ − M|².

R = UUᵀ − M becomes R + t²|b|²zzᵀ, since Ub = 0: the change is t²|b|²zᵀRz/2 + t⁴|b|⁴|z|⁴/4. If M ⪰ 0
has rank at most r, then at a critical point (RU = 0) with R ≠ 0 such b and z exist: M = UUᵀ − R
with orthogonal parts, so that −R ⪰ 0, and rank M = rank U + rank R leaves U a null vector.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, gt, le, lt, real

loss, zRz, zz, bb, cross, t = real("loss zRz zz bb cross t")
phi = function("phi", (t,), (loss + 4 * t * cross + 2 * t**2 * bb * zRz + t**4 * bb**2 * zz**2) / 4)

claim = Claim(
    id="symmetric-factors-descend-along-a-null-vector",
    says="With one factor, where U has a null vector b and the residual a vector z with zᵀRz < 0, "
    "there are lower values arbitrarily near: U + tzbᵀ for small t.",
    items={},
    where={
        loss: ("the squared norm of the residual R = UUᵀ − M", r"\|R\|^2"),
        zRz: ("the form of the residual at z", r"z^\top Rz"),
        zz: ("the squared length of z", "|z|^2"),
        bb: ("the squared length of b", "|b|^2"),
        cross: ("the product of z and RUb", r"z^\top RUb"),
        t: "the length of the step",
    },
    given={
        "null_vector_of_U": eq(cross),
        "null_vector": gt(bb),
        "downward": lt(zRz, 0),
        "step": gt(t**2),
        "small_step": le(t**2 * bb * zz**2, -zRz),
    },
    then=lt(phi(t), phi(0)),
    scope="all n, r and M; φ(t) is ¼|UUᵀ − M|² at U + tzbᵀ, the squared Frobenius norm multiplied "
    "out with Ub = 0 in the terms of higher order",
)
witness = {loss: 1, zRz: -1, zz: 1, bb: 1, cross: 0, t: Rational(1, 2)}
countermodels = {
    "null_vector_of_U": witness | {cross: 1},
    "null_vector": witness | {bb: 0},
    "downward": witness | {zz: 0, zRz: 0},
    "step": witness | {t: 0},
    "small_step": witness | {t: 2},
}


def proof():
    quarter = t**2 * bb / 4
    return combine(
        claim, using={"null_vector_of_U": -t, "downward": quarter, "small_step": quarter}
    )
