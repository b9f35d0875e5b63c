"""Warm-up changes the step length alone: from a start with y = 0 it leaves y = 0 on x² − y².

It is one of the four techniques that the module lists as adding momentum or noise; a plain step
with a step length of any size has neither.
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
y = saddle.variables[1]
eta, velocity, noise = real("eta v w")  # this step's length; what momentum or noise would add

claim = Claim(
    id="warm-up-adds-momentum-or-noise",
    items=["L-47"],
    says="Each of the listed techniques, learning-rate warm-up among them, adds momentum or noise "
    "to the gradient step.",
    given={
        "step": gt(eta),
        "warm_up": eq(
            (y - eta * saddle.gradient[1]) + velocity + noise, y - eta * saddle.gradient[1]
        ),
    },
    then=gt(velocity**2 + noise**2),
    scope="a warm-up step is y − η_t ∂f/∂y with a step length η_t of its own and nothing else",
)


def refutation():
    return refute(claim, {y: 1, eta: 1, velocity: 0, noise: 0})
