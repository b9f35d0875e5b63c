"""On x² − y² from a start with y₀ ≠ 0 no later step is shorter along y than the first.

The step along y has the length 2η|y|, and |y| = (1 + h)|y₀| with h = (1 + 2η)^t − 1 > 0 after t
steps, for every step length η > 0. A run that converges, to the saddle or elsewhere, makes steps
that get tiny, and sooner or later shorter than its first. Where the picture's start is marked, the
notes do not say; from a start on the axis y = 0, and only from there, the sentences hold for η < 1.
"""

from provenscape.kernel import Claim, eq, le, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, growth, first = real("eta h y_0")

claim = Claim(
    id="steps-from-off-the-axis-get-tiny",
    says="Gradient descent on x² − y² from a start off the axis y = 0 converges to the saddle, and "
    "its steps get tiny: for some y₀ > 0, some step length and after some number of steps the next "
    "step along y is no longer than the first.",
    items={"N-06": "whole", "N-07": "whole"},
    where={
        eta: "the step length",
        growth: ("what the growth of y in the steps made is above 1", r"(1+2\eta)^t-1"),
        first: "y at the start",
    },
    given={"after_the_steps_made": eq(y, (1 + growth) * first)},
    then=le(-eta * f.partial(y), -eta * f.partial(y, at=(x, first))),
    constants=(eta, growth, first),
    scope="x² − y²; the picture's own start is not given; y₀ < 0 by reflection",
)


def refutation():
    return refute(claim, {x: 0, y: (1 + growth) * first})
