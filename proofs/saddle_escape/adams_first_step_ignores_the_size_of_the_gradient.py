"""Adam's first step has length η in each coordinate, however small the gradient: m̂ = g, v̂ = g².

So near a saddle it does not stall as plain descent does: from y ≠ 0, steps of length η reach the
distance R after about R/η of them, not log(R/|y|)/log(1 + ηγ).
"""

from provenscape.kernel import Claim, combine, eq, real

eta, g, mean, square, step = real("eta g m v s")

claim = Claim(
    id="adams-first-step-ignores-the-size-of-the-gradient",
    items=["L-35", "L-04"],
    says="Adam's first step in a coordinate has length η whatever the size of the gradient, if "
    "that "
    "is not zero.",
    given={
        "first_moment": eq(mean, g),
        "second_moment": eq(square, g**2),
        "update": eq(step**2 * square, eta**2 * mean**2),
    },
    then=eq(g**2 * (step**2 - eta**2)),
    scope="bias-corrected moments and ε = 0; squared; g² > 0 may be divided out",
)
witness = {eta: 1, g: 2, mean: 2, square: 4, step: 1}
countermodels = {
    "first_moment": witness | {mean: 0, step: 0},
    "second_moment": witness | {square: 1, step: 2},
    "update": witness | {step: 0},
}


def proof():
    return combine(
        claim,
        using={"update": 1, "second_moment": -(step**2), "first_moment": eta**2 * (mean + g)},
    )
