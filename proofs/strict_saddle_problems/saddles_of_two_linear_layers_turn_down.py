"""With two layers every critical point that is not a global minimum has negative curvature.

By the reduction to ½|W₂W₁ − M|² write U = W₂, V = W₁ᵀ. Either a factor has a null vector; then the
curvature along −θubᵀ, vbᵀ with v = Rᵀu ≠ 0 is θ(θ|u|²|Vb|² − 2|b|²|v|²) < 0. Or both have full
rank; then W₂W₁ keeps a singular value s and leaves out a larger ρ, or it were a best approximation,
and the curvature along their rotation is 2s(s − ρ) < 0. One layer has no saddles. In deeper
networks negative curvature is certain where the product of the inner layers has the least width as
its rank (Kawaguchi 2016); elsewhere saddles may lack it, as the origin does.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le, lt, real

loss, uu, vv, bb, w, theta, t = real("loss uu vv bb w theta t")  # w = |Vb|²
image = real("image")  # uᵀRv
s, rho, overlap = real("s rho overlap")  # overlap = (u·x)(v·y) of the two singular pairs
deficient = loss + t**2 * (theta**2 * uu * w - 2 * theta * bb * image)
rotated = loss + t**2 * (s**2 * (2 + 2 * overlap) - 2 * s * rho)


def curvature(squared):
    """The second derivative of half of it; terms of third and fourth order do not contribute."""
    return (squared / 2).diff(t, 2).xreplace({t: 0})


claim = Claim(
    id="saddles-of-two-linear-layers-turn-down",
    items=["N-48", "N-50"],
    says="In a linear network of two layers, whatever its widths and data, every critical point "
    "that is not a global minimum has a direction of negative curvature.",
    given={
        "v_is_the_image_of_u": eq(image, vv),
        "residual": gt(vv),
        "null_vector": gt(bb),
        "scale": gt(theta),
        "small_scale": le(theta * uu * w, bb * vv),
        "orthogonal_pairs": eq(overlap),
        "kept": gt(s),
        "larger_left_out": gt(rho, s),
    },
    then=(lt(curvature(deficient), 0), lt(curvature(rotated), 0)),
    repairs="every-saddle-of-a-deep-linear-network-turns-down",
    scope="two layers, all widths and data, over Gram variables: a factor with a null vector, or "
    "two of full rank; the singular value decomposition is used, not proved; the full expansions "
    "are those of a-null-vector-and-the-residual-give-descent and "
    "swapping-a-kept-pair-for-a-larger-one-gives-descent, and where no larger value is left out "
    "the minimum is global by best-approximation-of-rank-r-keeps-the-largest-singular-values, "
    "written out there for two of five values, in general Eckart and Young (1936)",
)
witness = {image: 1, vv: 1, bb: 1, uu: 1, w: 1, theta: 1, s: 1, rho: 2, overlap: 0}
countermodels = {
    "v_is_the_image_of_u": witness | {image: -1},
    "residual": witness | {vv: 0, image: 0, w: 0},
    "null_vector": witness | {bb: 0, w: 0},
    "scale": witness | {theta: 0},
    "small_scale": witness | {theta: 3},
    "orthogonal_pairs": witness | {overlap: 1},
    "kept": witness | {s: 0},
    "larger_left_out": witness | {rho: 1},
}


def proof():
    first = combine(
        claim.part(0),
        using={
            "v_is_the_image_of_u": 2 * theta * bb,
            "small_scale": theta,
            "residual": theta * bb,
        },
    )
    second = combine(claim.part(1), using={"orthogonal_pairs": -2 * s**2, "larger_left_out": 2 * s})
    return conjoin(claim, [first, second])
