"""−arctan x: gradient descent drives the slope to 0, and there is no stationary point to go to.

The function is smooth, bounded and not convex, its slope −1/(1 + x²) is negative everywhere, and
from a start x₀ > 0 the iterates only grow; the slope tends to 0 as they run off to infinity.
"""

from sympy import atan

from provenscape.kernel import Claim, ge, gt, real, refute

x = real("x")
function = -atan(x)

claim = Claim(
    id="vanishing-gradients-lead-to-a-stationary-point",
    items=["O-03", "O-20"],
    says="If the gradient tends to zero along gradient descent, the iterates converge to a "
    "stationary point.",
    given={"reached": gt(x)},
    then=ge(function.diff(x)),
    locally=(x,),
    scope="'some point x > 0 has slope ≥ 0', for −arctan from a positive start: its iterates stay "
    "positive since the slope is negative, and their slopes tend to 0 for steps below 2/L, as it "
    "is smooth and bounded below (gradient-norms-are-square-summable)",
)


def refutation():
    return refute(claim, {})
