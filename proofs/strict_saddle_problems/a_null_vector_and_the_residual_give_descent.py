"""Where a factor has a null vector, the residual and that vector together give lower values.

Let R = UVᵀ − M ≠ 0 at a critical point (RV = 0, RᵀU = 0) and Ub = 0, b ≠ 0. Take any u with
v = Rᵀu ≠ 0 and move U to U − tθubᵀ, V to V + tvbᵀ: the residual becomes
R − tθu(Vb)ᵀ − t²θ|b|²uvᵀ. The first-order term uᵀRVb vanishes, and so does the third-order one,
since v·Vb = uᵀRVb. What is left is t²θ(θ|u|²|Vb|²/2 − |b|²|v|²) + t⁴θ²|b|⁴|u|²|v|²/2, which is
negative for small θ and t. If V has the null vector, exchange the factors and transpose M. No
singular value decomposition is needed; but the residual alone does not do, and the gain is of
second order.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, le, lt, real

loss, uu, vv, bb, w = real("loss uu vv bb w")  # |R|², |u|², |v|², |b|², |Vb|²
first, image, mixed = real("first image mixed")  # uᵀRVb, uᵀRv, v·Vb
t, theta = real("t theta")
moved = (
    loss
    - 2 * t * theta * first
    + t**2 * (theta**2 * uu * w - 2 * theta * bb * image)
    + 2 * t**3 * theta**2 * bb * uu * mixed
    + t**4 * theta**2 * bb**2 * uu * vv
)

claim = Claim(
    id="a-null-vector-and-the-residual-give-descent",
    items=["N-81", "N-84"],
    says="At a critical point with UVᵀ ≠ M where a factor has a null vector b, any u with v = Rᵀu "
    "≠ 0 gives lower values arbitrarily near: U − tθubᵀ, V + tvbᵀ for small θ and t. The decrease "
    "is of second order. If rank M ≤ r, every critical point with UVᵀ ≠ M is of this kind (claim "
    "full-rank-factors-leave-no-residual-of-a-matrix-of-rank-r).",
    given={
        "critical": eq(first),
        "v_is_the_image_of_u": eq(image, vv),
        "hence_v_meets_V_as_u_meets_R": eq(mixed, first),
        "residual": gt(vv),
        "null_vector": gt(bb),
        "scale": gt(theta),
        "small_scale": le(theta * uu * w, bb * vv),
        "step": gt(t),
        "small_step": le(theta * bb * uu * t**2, Rational(1, 2)),
    },
    then=lt(moved / 2, loss / 2),
    repairs="the-residual-alone-gives-descent",
    scope="all m, n, r and M, over the Frobenius inner products of R, u(Vb)ᵀ and uvᵀ; the "
    "expansion of |R − tθu(Vb)ᵀ − t²θ|b|²uvᵀ|² in them is checked in explicit entries by the claim "
    "moving-along-the-null-vector-expands-as-stated",
)
witness = {
    loss: 1, uu: 1, vv: 1, bb: 1, w: 0, first: 0, image: 1, mixed: 0, t: Rational(1, 2), theta: 1,
}  # fmt: skip
countermodels = {
    "critical": witness | {w: 1, first: -1, mixed: -1},
    "v_is_the_image_of_u": witness | {image: -1},
    "hence_v_meets_V_as_u_meets_R": witness | {w: 25, mixed: 5, theta: Rational(1, 25), t: 3},
    "residual": witness | {vv: 0, image: 0},
    "null_vector": witness | {bb: 0},
    "scale": witness | {theta: 0},
    "small_scale": witness | {w: 1, theta: 4, t: Rational(1, 4)},
    "step": witness | {t: 0},
    "small_step": witness | {t: 2},
}


def proof():
    half = t**2 * theta / 2
    return combine(
        claim,
        using={
            "critical": t * theta - t**3 * theta**2 * bb * uu,
            "v_is_the_image_of_u": t**2 * theta * bb,
            "hence_v_meets_V_as_u_meets_R": -(t**3) * theta**2 * bb * uu,
            "small_scale": half,
            "small_step": half * bb * vv,
            "residual": half * bb / 2,
        },
    )
