"""Symmetric variant: with Ub = 0 and zᵀRz < 0, moving U to U + tzbᵀ lowers ¼|UUᵀ − M|².

R = UUᵀ − M becomes R + t²|b|²zzᵀ, since Ub = 0: the change is t²|b|²zᵀRz/2 + t⁴|b|⁴|z|⁴/4. If M ⪰ 0
has rank at most r, then at a critical point (RU = 0) with R ≠ 0 such b and z exist: M = UUᵀ − R
with orthogonal parts, so that −R ⪰ 0, and rank M = rank U + rank R leaves U a null vector. So every
local minimum has UUᵀ = M.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, lt, real

loss, zRz, zz, bb, cross, t = real("loss zRz zz bb cross t")  # cross = ⟨R, z(Ub)ᵀ⟩
moved = loss + 4 * t * cross + 2 * t**2 * bb * zRz + t**4 * bb**2 * zz**2

claim = Claim(
    id="symmetric-factors-descend-along-a-null-vector",
    items=["N-81", "N-82"],
    says="With one factor and M ⪰ 0 of rank r, every critical point with UUᵀ ≠ M has lower values "
    "arbitrarily near: U + tzbᵀ with Ub = 0 and zᵀRz < 0.",
    given={
        "null_vector_of_U": eq(cross),
        "null_vector": gt(bb),
        "step": gt(t**2),
        "residual_and_small_step": ge(-zRz, t**2 * bb * zz**2),
        "vector": gt(zz),
    },
    then=lt(moved / 4, loss / 4),
    scope="all n, r and M ⪰ 0 of rank at most r, over |R|², zᵀRz, |z|² and |b|²; the existence of "
    "b and z is linear algebra",
)
witness = {loss: 1, zRz: -1, zz: 1, bb: 1, cross: 0, t: Rational(1, 2)}
countermodels = {
    "null_vector_of_U": witness | {cross: 1},
    "null_vector": witness | {bb: 0},
    "step": witness | {t: 0},
    "residual_and_small_step": witness | {zRz: 1},
    "vector": witness | {zz: 0, zRz: 0},
}


def proof():
    return combine(
        claim,
        using={
            "null_vector_of_U": -t,
            "residual_and_small_step": t**2 * bb / 2,
        },
        squares=[(Rational(1, 4), t**2 * bb * zz)],
    )
