"""A local minimum need not have positive curvature in every direction.

The only stationary point of x² + y⁴, the origin, is its strict global minimum (claim
degenerate-quartic-has-a-strict-minimum), but the curvature along y is 0 there.
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models import landscapes

f = landscapes.get("degenerate_minimum").f
x, y = f.variables
u, v = real("u v")

claim = Claim(
    id="a-minimum-has-a-definite-hessian",
    says="At a local minimum the curvature is positive in every direction.",
    items={"N-16": "part a-minimum-has-such-a-hessian", "L-20": "whole"},
    where={(u, v): "the components of a direction"},
    given={
        "stationary_x": eq(f.partial(x)),
        "stationary_y": eq(f.partial(y)),
        "direction": gt(u**2 + v**2),
    },
    then=gt(u**2 * f.partial(x, x) + 2 * u * v * f.partial(x, y) + v**2 * f.partial(y, y)),
    about="a local minimum and its Hessian",
    scope="x² + y⁴, whose one stationary point is its minimum",
)


def refutation():
    return refute(claim, {x: 0, y: 0, u: 0, v: 1})
