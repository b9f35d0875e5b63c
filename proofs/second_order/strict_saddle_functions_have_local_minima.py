"""x + arctan x is strict saddle, its slope being above 1 everywhere, and has no local minimum.

The post's definition lets each point have a large gradient, and says nothing of a lower bound. No
method finds a local minimum where none is, however efficient. With a lower bound, a Lipschitz
Hessian and constants for "large", "bounded away from 0" and "near", both methods find one (claim
second-order-methods-find-minima-if-the-property-has-constants). A local minimum is stationary, so
that it is refuted that there is a stationary point.
"""

from sympy import atan

from provenscape.kernel import Claim, eq, function, real, refute

x, a, b = real("x a b")
f = function("f", (x,), x + atan(x))

claim = Claim(
    id="strict-saddle-functions-have-local-minima",
    says="A function each point of which has a gradient longer than 1, or clearly negative "
    "curvature, or a local minimum near it, has a stationary point, as a local minimum is.",
    items={"E-34": "whole"},
    where={(a, b): "positive numbers, of which the local minimum is the difference"},
    given={},
    then=eq(f.partial(x, at=(a - b,))),
    constants=(a, b),
    about="local minima of strict saddle functions",
    scope="f(x) = x + arctan x, with f' > 1 at every point",
)


def refutation():
    return refute(claim, {})
