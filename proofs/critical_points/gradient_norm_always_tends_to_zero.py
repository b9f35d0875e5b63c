"""Gradient descent on −x² with any step: the gradient grows; nothing makes it tend to 0.

The article's only guarantee, ∇f(x_t) → 0, needs a smooth function that is bounded below and a
step below 2/L. On −x² one step multiplies the gradient by 1 + 2η, whatever the step and wherever
the run stands, so that a run from x > 0 has ever larger slopes.
"""

from provenscape.kernel import Claim, function, le, real, refute

eta, x, a = real("eta x a")
f = function("f", (x,), -(x**2))
following = a - eta * f.partial(x, at=(a,))

claim = Claim(
    id="gradient-norm-always-tends-to-zero",
    says="On any non-convex function gradient descent with some step length drives the gradient to "
    "zero, so that some step does not enlarge it.",
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
