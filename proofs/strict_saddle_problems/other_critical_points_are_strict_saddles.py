"""A critical point with UVᵀ ≠ M and a null vector of a factor has curvature of both signs.

Where Ub = 0, b ≠ 0 and v = Rᵀu ≠ 0, the second derivative of f along A = −θubᵀ, B = vbᵀ is
θ(θ|u|²|Vb|² − 2|b|²|v|²), negative for θ|u|²|Vb|² ≤ |b|²|v|²; with −v in the place of v it is
θ(θ|u|²|Vb|² + 2|b|²|v|²) > 0. So these points are saddles, and none is degenerate in the sense of
having no negative curvature. If rank M ≤ r, every critical point with UVᵀ ≠ M is of this kind
(claim full-rank-factors-leave-no-residual-of-a-matrix-of-rank-r).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, lt, real

loss, uu, vv, bb, w, first, image, mixed = real("loss uu vv bb w first image mixed")
t, theta = real("t theta")


def along(name, sign):
    """½|UVᵀ − M|² at U − tθubᵀ, V + t·sign·vbᵀ, the squared norm multiplied out."""
    squared = (
        loss
        - 2 * t * theta * first
        + t**2 * (theta**2 * uu * w - 2 * sign * theta * bb * image)
        + 2 * sign * t**3 * theta**2 * bb * uu * mixed
        + t**4 * theta**2 * bb**2 * uu * vv
    )
    return function(name, (t,), squared * Rational(1, 2))


down, up = (g.partial(t, t, at=(0,)) for g in (along("phi", 1), along("psi", -1)))

claim = Claim(
    id="other-critical-points-are-strict-saddles",
    says="A critical point with UVᵀ ≠ M where a factor has a null vector is a saddle with negative "
    "curvature in one direction and positive curvature in another.",
    items={"N-82": "part down-and-up"},
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
    },
    given={
        "v_is_the_image_of_u": eq(image, vv),
        "residual": gt(vv),
        "null_vector": gt(bb),
        "norms": ge(uu * w),
        "scale": gt(theta),
        "small_scale": le(theta * uu * w, bb * vv),
    },
    then=(lt(down, 0), gt(up)),
    scope="all m, n, r and M; φ and ψ are ½|UVᵀ − M|² at U − tθubᵀ and V + tvbᵀ or V − tvbᵀ, the "
    "squared Frobenius norm multiplied out, for θ > 0 with θ|u|²|Vb|² ≤ |b|²|v|²; if V has the "
    "null vector, exchange the factors",
)
witness = {loss: 1, first: 0, mixed: 0, image: 1, vv: 1, bb: 1, uu: 1, w: 1, theta: 1}
points = [witness, witness | {theta: 2, vv: 2, image: 2}]
countermodels = {
    "v_is_the_image_of_u": witness | {image: -1},
    "residual": witness | {vv: 0, image: 0, w: 0},
    "null_vector": witness | {bb: 0, w: 0},
    "scale": witness | {theta: 0},
    "small_scale": witness | {theta: 3},
}


def proof():
    falls = combine(
        claim.part(0),
        using={
            "v_is_the_image_of_u": 2 * theta * bb,
            "small_scale": theta,
            "residual": theta * bb,
        },
    )
    rises = combine(
        claim.part(1),
        using={
            "v_is_the_image_of_u": 2 * theta * bb,
            "norms": theta**2,
            "residual": 2 * theta * bb,
        },
    )
    return conjoin(claim, [falls, rises])
