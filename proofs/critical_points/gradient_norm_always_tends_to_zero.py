"""Gradient descent on −x²: every step enlarges the gradient, whatever its length and the start.

Were the gradient to tend to 0 along a run from x > 0, some step of the run would not enlarge it. In
fact the slope after t steps is (1 + 2η)^t times the first (claim
descent-on-a-cap-enlarges-the-gradient). ∇f(x_t) → 0 needs a smooth function that is bounded below
and a step below 2/L, and then it is not all: the values fall, and the smallest of T squared
gradient norms is at most a constant over T (claim the-smallest-gradient-decays-like-one-over-t).
"""

from provenscape.kernel import Claim, function, le, real, refute

eta, x, a = real("eta x a")
f = function("f", (x,), -(x**2))
following = a - eta * f.partial(x, at=(a,))

claim = Claim(
    id="gradient-norm-always-tends-to-zero",
    says="On any non-convex function gradient descent with some step length drives the gradient to "
    "zero, so that some step from some point of the run does not enlarge it.",
    items={"O-02": "part the-gradient-tends-to-zero"},
    where={eta: "the step length", a: "an iterate"},
    given={},
    then=le(f.partial(x, at=(following,)) ** 2, f.partial(x, at=(a,)) ** 2),
    constants=(eta, a),
    about="the gradients along gradient descent",
    scope="−x² on the half line x > 0, which the run does not leave",
)


def refutation():
    return refute(claim, {})
