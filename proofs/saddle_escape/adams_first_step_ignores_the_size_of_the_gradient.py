"""Adam's first step has length η in each coordinate, however small the gradient: m̂ = g, v̂ = g².

So near a saddle it does not stall as plain descent does: from y ≠ 0, steps of length η reach the
distance R after about R/η of them, not log(R/|y|)/log(1 + ηγ).
"""

from provenscape.kernel import Claim, combine, eq, gt, real

eta, g, mean, square, step = real("eta g m v s")

claim = Claim(
    id="adams-first-step-ignores-the-size-of-the-gradient",
    says="Adam's first step in a coordinate has length η whatever the size of the gradient, if "
    "that is not zero.",
    items={"L-35": "definition"},
    where={
        eta: "the step length",
        g: "the first gradient along one coordinate",
        mean: ("the first moment, corrected for bias", r"\hat m"),
        square: ("the second moment, corrected for bias", r"\hat v"),
        step: "the first step along the coordinate",
    },
    given={
        "first_moment": eq(mean, g),
        "second_moment": eq(square, g**2),
        "update": eq(step**2 * square, eta**2 * mean**2),
        "some_gradient": gt(g**2),
    },
    then=eq(step**2, eta**2),
    scope="without the ε that is added to the denominator; both lengths squared",
)
witness = {eta: 1, g: 2, mean: 2, square: 4, step: 1}
countermodels = {
    "first_moment": witness | {mean: 0, step: 0},
    "second_moment": witness | {square: 1, step: 2},
    "update": witness | {step: 0},
    "some_gradient": {eta: 1, g: 0, mean: 0, square: 0, step: 0},
}


def proof():
    return combine(
        claim,
        using={"update": 1, "second_moment": -(step**2), "first_moment": eta**2 * (mean + g)},
        scale=g**2,
    )
