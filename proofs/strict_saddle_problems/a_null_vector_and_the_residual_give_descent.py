"""Where a factor has a null vector, the residual and that vector together give lower values.

Let R = UVᵀ − M ≠ 0 at a critical point (RV = 0, RᵀU = 0) and Ub = 0, b ≠ 0. Take any u with
v = Rᵀu ≠ 0 and move U to U − tθubᵀ, V to V + tvbᵀ: the residual becomes
R − tθu(Vb)ᵀ − t²θ|b|²uvᵀ. The first-order term uᵀRVb vanishes, and so does the third-order one,
since v·Vb = uᵀRVb. What is left is t²θ(θ|u|²|Vb|²/2 − |b|²|v|²) + t⁴θ²|b|⁴|u|²|v|²/2, which is
negative for small θ and t. If V has the null vector, exchange the factors and transpose M. No
singular value decomposition is needed; a left singular vector u of R, v a multiple of the right
one, is one choice. The shares matter: for M = diag(4, 0), r = 1, at U = 0, V = (0, 3), where R has
the one pair e₁, e₁, f falls along (−θte₁, V − 4te₁) for 0 < θ < 32/9 alone, and along equal shares
(te₁, V + te₁) it rises, 8 + t²/2 + t⁴/2. Which column it is the null vector tells, not the residual
(claim one-residual-has-no-direction-of-its-own). The gain is of second order.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, gt, le, lt, real

loss, uu, vv, bb, w, first, image, mixed = real("loss uu vv bb w first image mixed")
t, theta = real("t theta")
phi = function(
    "phi",
    (t,),
    (
        loss
        - 2 * t * theta * first
        + t**2 * (theta**2 * uu * w - 2 * theta * bb * image)
        + 2 * t**3 * theta**2 * bb * uu * mixed
        + t**4 * theta**2 * bb**2 * uu * vv
    )
    / 2,
)

claim = Claim(
    id="a-null-vector-and-the-residual-give-descent",
    says="At a critical point with UVᵀ ≠ M where a factor has a null vector b, any u with v = Rᵀu "
    "≠ 0, such as a left singular vector of R = UVᵀ − M with a singular value that is not 0, gives "
    "lower values arbitrarily near: U − tθubᵀ, V + tvbᵀ for small θ, t > 0. The decrease is of "
    "second order.",
    items={"N-81": "part descent", "N-84": "part descent"},
    where={
        loss: ("the squared norm of the residual R = UVᵀ − M", r"\|R\|^2"),
        uu: ("the squared length of u", "|u|^2"),
        vv: ("the squared length of v = Rᵀu", "|v|^2"),
        bb: ("the squared length of the null vector b of U", "|b|^2"),
        w: ("the squared length of Vb", "|Vb|^2"),
        first: ("the product of u and RVb", r"u^\top RVb"),
        image: ("the product of u and Rv", r"u^\top Rv"),
        mixed: ("the product of v and Vb", r"v^\top Vb"),
        theta: "the share of the first factor in the step",
        t: "the length of the step",
    },
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
    then=lt(phi(t), phi(0)),
    scope="all m, n, r and M; φ(t) is ½|UVᵀ − M|² at U − tθubᵀ, V + tvbᵀ, the squared Frobenius "
    "norm multiplied out; if V has the null vector, exchange the factors",
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
