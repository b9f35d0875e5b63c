"""On x² − y² from (0.05, 1.8) no step is shorter along y than the first, whatever the step length.

The step along y has the length 2ηy, and y = 1.8(1 + h) with h = (1 + 2η)^t − 1 > 0 after t steps
(descent-runs-away-from-the-worked-start). Steps that get tiny are shorter sooner or later.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, le, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, growth = real("eta h")
start_x, start_y = Rational(1, 20), Rational(9, 5)

claim = Claim(
    id="steps-from-the-worked-start-get-tiny",
    says="The steps of gradient descent on x² − y² from (0.05, 1.8) get smaller: for some step "
    "length, after some number of steps, the next step along y is no longer than the first.",
    items={"N-07": "whole"},
    where={
        eta: "the step length",
        growth: ("what the growth of y in the steps made is above 1", r"(1+2\eta)^t-1"),
    },
    given={"after_the_steps_made": eq(y, (1 + growth) * start_y)},
    then=le(-eta * f.partial(y), -eta * f.partial(y, at=(start_x, start_y))),
    constants=(eta, growth),
    scope="x² − y² from the start of the worked example; the picture's own is not given",
)


def refutation():
    return refute(claim, {x: 0, y: (1 + growth) * start_y})
