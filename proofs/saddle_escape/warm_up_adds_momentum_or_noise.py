"""Warm-up changes the step length alone: what momentum or noise would add to the step is 0.

It is one of the four techniques that the module lists as adding momentum or noise; a plain step
with a step length of any size has neither. This is trivial, read off the definition of warm-up;
what it does at a saddle says warm-up-delays-the-escape.
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, velocity, noise, y_next = real("eta velocity noise y_next")

claim = Claim(
    id="warm-up-adds-momentum-or-noise",
    says="Each of the listed techniques, learning-rate warm-up among them, adds momentum or noise "
    "to the gradient step.",
    items={"L-47": "part warm-up"},
    where={
        eta: "the length of this step",
        y_next: ("y after the step", r"y_{t+1}"),
        velocity: "what momentum adds to the step along y",
        noise: "what noise adds to it",
    },
    given={
        "step": gt(eta),
        "warm_up": eq(y_next, y - eta * f.partial(y)),
        "what_is_added": eq(y_next, (y - eta * f.partial(y)) + velocity + noise),
    },
    then=gt(velocity**2 + noise**2),
    scope="a warm-up step is a gradient step with a step length of its own; x² − y²",
)


def refutation():
    return refute(claim, {x: 0, y: 1, eta: 1, y_next: 3, velocity: 0, noise: 0})
