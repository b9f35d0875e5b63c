"""A local maximum need not have negative curvature in every direction.

The only stationary point of −x² − y⁴, the origin, is its strict global maximum, because x² + y⁴ has
its strict minimum there (claim degenerate-quartic-has-a-strict-minimum), but the curvature along y
is 0.
"""

from provenscape.kernel import Claim, eq, function, gt, lt, real, refute
from provenscape.models import landscapes

quartic = landscapes.get("degenerate_minimum")
x, y = quartic.variables
f = function("f", (x, y), -quartic.expression)
u, v = real("u v")

claim = Claim(
    id="a-maximum-has-a-definite-hessian",
    says="At a local maximum the curvature is negative in every direction.",
    items={"N-17": "part a-maximum-has-such-a-hessian"},
    where={(u, v): "the components of a direction"},
    given={
        "stationary_x": eq(f.partial(x)),
        "stationary_y": eq(f.partial(y)),
        "direction": gt(u**2 + v**2),
    },
    then=lt(u**2 * f.partial(x, x) + 2 * u * v * f.partial(x, y) + v**2 * f.partial(y, y), 0),
    about="a local maximum and its Hessian",
    scope="−x² − y⁴, whose one stationary point is its maximum",
)


def refutation():
    return refute(claim, {x: 0, y: 0, u: 0, v: 1})
