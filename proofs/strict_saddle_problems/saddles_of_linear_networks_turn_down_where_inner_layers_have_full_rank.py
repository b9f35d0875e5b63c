"""If the inner layers have the least width as rank, what is no global minimum curves down.

After the reduction to ½|W_k ⋯ W₁ − M|² let p be the least hidden width, d_b = p, and let the
product N = W_{k−1} ⋯ W₂ of the inner layers have rank p; for two layers it is I, so that this holds
always. With D = W_k ⋯ W_{b+1} and C = W_b ⋯ W₁ let L be a left inverse of W_{k−1} ⋯ W_{b+1} and K a
right inverse of W_b ⋯ W₂. Moving the first and the last layer alone moves the two factors at will:
(W_k + tAL) N (W₁ + tKB) = (D + tA)(C + tB). So U = D and V = Cᵀ is critical for two factors of p
columns, whose least loss is that of the network. Either a factor has a null vector; then the
curvature along −θubᵀ, vbᵀ with v = Rᵀu ≠ 0 is θ(θ|u|²|Vb|² − 2|b|²|v|²) < 0. Or both have full
rank; then UVᵀ keeps a singular value s and leaves out a larger ρ, or it were a best approximation,
and the curvature along their rotation is 2s(s − ρ) < 0. Kawaguchi (2016) has it if W_k ⋯ W₂ has
rank p, which implies that of N. Without it the origin of three layers has no curvature.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, le, lt, real

loss, uu, vv, bb, w, theta, t = real("loss uu vv bb w theta t")
first, image, mixed = real("first image mixed")
s, rho, ux, vy = real("s rho ux vy")
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
psi = function(
    "psi",
    (t,),
    (
        loss
        - 2 * t * s * rho * (ux + vy)
        + t**2 * (s**2 * (2 + 2 * ux * vy) - 2 * s * rho)
        + 2 * t**3 * s**2 * (ux + vy)
        + t**4 * s**2
    )
    / 2,
)

claim = Claim(
    id="saddles-of-linear-networks-turn-down-where-inner-layers-have-full-rank",
    says="In a linear network with the squared loss a critical point that is not a global minimum "
    "has a direction of negative curvature if the product of the layers between the first and the "
    "last has the least hidden width as its rank; with two layers, whatever the widths and data, "
    "this is every such point.",
    items={
        "N-48": "part two-layers",
        "N-50": "whole",
        "N-51": "part two-layers",
        "N-85": "part matrix-factorization",
    },
    where={
        loss: ("the squared norm of the residual R = UVᵀ − M", r"\|R\|^2"),
        uu: ("the squared length of a vector u", "|u|^2"),
        vv: ("the squared length of v = Rᵀu", "|v|^2"),
        bb: ("the squared length of a null vector b of U", "|b|^2"),
        w: ("the squared length of Vb", "|Vb|^2"),
        first: ("the product of u and RVb", r"u^\top RVb"),
        image: ("the product of u and Rv", r"u^\top Rv"),
        mixed: ("the product of v and Vb", r"v^\top Vb"),
        theta: "the share of the first factor in the direction",
        s: "a singular value of UVᵀ, with the unit vectors x and y",
        rho: "a singular value of −R, with unit vectors u' and v'",
        ux: ("the product of u' and x", r"u'^\top x"),
        vy: ("the product of v' and y", r"v'^\top y"),
    },
    given={
        "v_is_the_image_of_u": eq(image, vv),
        "residual": gt(vv),
        "null_vector": gt(bb),
        "scale": gt(theta),
        "small_scale": le(theta * uu * w, bb * vv),
        "columns_orthogonal": eq(ux),
        "kept": gt(s),
        "larger_left_out": gt(rho, s),
    },
    then=(lt(phi.partial(t, t, at=(0,)), 0), lt(psi.partial(t, t, at=(0,)), 0)),
    bridges=(
        "eckart-young",
        "normal-equations-are-solvable",
        "rank-nullity",
        "second-order-necessary-condition",
        "singular-value-decomposition",
    ),
    repairs="every-saddle-of-a-deep-linear-network-turns-down",
    about="the saddles of linear networks",
    scope="every depth, all widths and data; φ(t) is ½|UVᵀ − M|² at U − tθubᵀ, V + tvbᵀ, for a "
    "factor with a null vector (if it is V, exchange the factors), and ψ(t) at U + tu'(Uᵀx)ᵀ, "
    "V + tv'(Vᵀy)ᵀ, for two of full rank, both multiplied out",
)
witness = {image: 1, vv: 1, bb: 1, uu: 1, w: 1, theta: 1, s: 1, rho: 2, ux: 0, vy: 0}
witness |= {loss: 1, first: 0, mixed: 0}
countermodels = {
    "v_is_the_image_of_u": witness | {image: -1},
    "residual": witness | {vv: 0, image: 0, w: 0},
    "null_vector": witness | {bb: 0, w: 0},
    "scale": witness | {theta: 0},
    "small_scale": witness | {theta: 3},
    "columns_orthogonal": witness | {ux: 1, vy: 1},
    "kept": witness | {s: 0},
    "larger_left_out": witness | {rho: 1},
}


def proof():
    deficient = combine(
        claim.part(0),
        using={
            "v_is_the_image_of_u": 2 * theta * bb,
            "small_scale": theta,
            "residual": theta * bb,
        },
    )
    rotated = combine(
        claim.part(1), using={"columns_orthogonal": -2 * s**2 * vy, "larger_left_out": 2 * s}
    )
    return conjoin(claim, [deficient, rotated])
