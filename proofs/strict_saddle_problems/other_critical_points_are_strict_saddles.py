"""If rank M ≤ r, critical points with UVᵀ ≠ M have negative and positive curvature.

Where Ub = 0, b ≠ 0 and v = Rᵀu ≠ 0, the second derivative of f along A = −θubᵀ, B = vbᵀ is
θ(θ|u|²|Vb|² − 2|b|²|v|²), negative for θ|u|²|Vb|² ≤ |b|²|v|²; with −v in the place of v it is
θ(θ|u|²|Vb|² + 2|b|²|v|²) > 0. So these points are saddles, none is a maximum, and none is
degenerate in the sense of having no negative curvature.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, lt, real

loss, uu, vv, bb, w = real("loss uu vv bb w")  # |R|², |u|², |v|², |b|², |Vb|²
first, image, mixed = real("first image mixed")  # uᵀRVb, uᵀRv, v·Vb
t, theta = real("t theta")


def curvature(sign):
    """The second derivative at t = 0 of f along U − tθubᵀ, V + t·sign·vbᵀ."""
    moved = (
        loss
        - 2 * t * theta * first
        + t**2 * (theta**2 * uu * w - 2 * sign * theta * bb * image)
        + 2 * sign * t**3 * theta**2 * bb * uu * mixed
        + t**4 * theta**2 * bb**2 * uu * vv
    )
    return (moved / 2).diff(t, 2).xreplace({t: 0})


claim = Claim(
    id="other-critical-points-are-strict-saddles",
    items=["N-82"],
    says="Every critical point with UVᵀ ≠ M is a saddle with negative curvature in one direction "
    "and positive curvature in another, if rank M ≤ r; no critical point is a maximum.",
    given={
        "v_is_the_image_of_u": eq(image, vv),
        "residual": gt(vv),
        "null_vector": gt(bb),
        "norms": ge(uu * w),
        "scale": gt(theta),
        "small_scale": le(theta * uu * w, bb * vv),
    },
    then=(lt(curvature(1), 0), gt(curvature(-1))),
    scope="all m, n, r and M, at a critical point where a factor has a null vector, as every one "
    "with UVᵀ ≠ M has if rank M ≤ r; over Gram variables. Minima have UVᵀ = M, and where UVᵀ = M f "
    "is 0, the least value, so there is no maximum there either",
)
witness = {image: 1, vv: 1, bb: 1, uu: 1, w: 1, theta: 1}
points = [witness, witness | {theta: 2, vv: 2, image: 2}]
countermodels = {
    "v_is_the_image_of_u": witness | {image: -1},
    "residual": witness | {vv: 0, image: 0, w: 0},
    "null_vector": witness | {bb: 0, w: 0},
    "norms": witness | {w: -2},
    "scale": witness | {theta: 0},
    "small_scale": witness | {theta: 3},
}


def proof():
    down = combine(
        claim.part(0),
        using={
            "v_is_the_image_of_u": 2 * theta * bb,
            "small_scale": theta,
            "residual": theta * bb,
        },
    )
    up = combine(
        claim.part(1),
        using={
            "v_is_the_image_of_u": 2 * theta * bb,
            "norms": theta**2,
            "residual": 2 * theta * bb,
        },
    )
    return conjoin(claim, [down, up])
