"""−arctan x: gradient descent drives the slope to 0, and there is no stationary point to go to.

The function is smooth, bounded and not convex, its slope −1/(1 + x²) is negative everywhere. From a
start x₀ ≥ 1 the iterates run off to infinity, where the slope tends to 0 (claim
descent-on-minus-arctan-runs-off).
"""

from sympy import atan

from provenscape.kernel import Claim, function, ge, real, refute

x = real("x")
f = function("f", (x,), -atan(x))

claim = Claim(
    id="vanishing-gradients-lead-to-a-stationary-point",
    says="Descent on −arctan from a start x₀ ≥ 1, along which the slope tends to 0, has a "
    "stationary point to converge to.",
    items={"O-03": "whole", "O-20": "part converges"},
    where={x: "a point that the iterates might converge to"},
    given={},
    then=ge(f.partial(x)),
    constants=(x,),
    about="the iterates of gradient descent and their limit",
    scope="−arctan x at x > 0, where descent from a start x₀ ≥ 1 remains",
)


def refutation():
    return refute(claim, {})
