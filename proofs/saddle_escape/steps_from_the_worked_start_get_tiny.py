"""On x² − y² from (0.05, 1.8) no step is shorter along y than the first, whatever the step length.

The step along y has the length 2ηy, and y = 1.8(1 + h) with h = (1 + 2η)^t − 1 > 0 after t steps
(descent-runs-away-from-the-worked-start). Steps that get tiny are shorter sooner or later.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
y = saddle.variables[1]
eta, growth = real("eta h")
start = Rational(9, 5)
step = -eta * saddle.gradient[1]

claim = Claim(
    id="steps-from-the-worked-start-get-tiny",
    items=["N-07"],
    says="The steps of gradient descent on x² − y² from (0.05, 1.8) get smaller.",
    given={
        "step": gt(eta),
        "steps_made": gt(growth),
        "after_them": eq(y, (1 + growth) * start),
    },
    then=le(step, step.xreplace({y: start})),
    locally=(eta, growth),
    scope="'for some step length and some number of steps t the next step along y is no longer "
    "than the first'; h = (1 + 2η)^t − 1 is positive for all of them",
)


def refutation():
    return refute(claim, {y: (1 + growth) * start})
