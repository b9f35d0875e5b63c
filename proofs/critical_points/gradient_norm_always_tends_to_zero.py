"""Gradient descent on −x² with any step: the gradient grows; nothing makes it tend to 0.

The article's only guarantee, ∇f(x_t) → 0, needs a smooth function that is bounded below and a
step below 2/L. On −x² one step multiplies the gradient by 1 + 2η.
"""

from provenscape.kernel import Claim, gt, lt, real, refute

eta, x = real("eta x")
function = -(x**2)
slope = function.diff(x)
following = x - eta * slope

claim = Claim(
    id="gradient-norm-always-tends-to-zero",
    items=["O-02"],
    says="On any non-convex function gradient descent drives the gradient to zero.",
    given={"step": gt(eta)},
    then=lt(slope.xreplace({x: following}) ** 2, slope**2),
    locally=(eta,),
    scope="'for some step size η > 0'; the function −x² from x = 1. One step multiplies the slope "
    "by 1 + 2η wherever it starts, so that the slopes grow for ever",
)


def refutation():
    return refute(claim, {x: 1})
