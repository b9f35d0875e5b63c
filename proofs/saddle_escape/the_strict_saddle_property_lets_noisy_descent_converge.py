"""x² − y² has the strict saddle property and no minimum: its one critical point is a strict saddle.

There is nothing for noisy descent to converge to: along y it runs off to infinity. What is missing
is a lower bound, and that alone does not do (the-strict-saddle-property-allows-no-minimum-at-all):
the property must hold with constants at all points, or the sublevel sets be compact.
"""

from provenscape.kernel import Claim, eq, ge, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
h, r = real("h r")

claim = Claim(
    id="the-strict-saddle-property-lets-noisy-descent-converge",
    says="If every critical point is a local minimum or a strict saddle, descent with noise "
    "converges to a local minimum: here, the one critical point would be one.",
    items={"N-32": "whole"},
    where={h: "a displacement along the y axis", r: "the radius of a neighbourhood"},
    given={
        "strict_saddle": lt(f.partial(y, y), 0),
        "critical_along_x": eq(f.partial(x)),
        "critical_along_y": eq(f.partial(y)),
        "near": lt(h**2, r**2),
    },
    then=ge(f(x, y + h), f(x, y)),
    parameters=(x, y),
    constants=(r,),
    bridges=("first-order-necessary-condition",),
    scope="x² − y², whose gradient (2x, −2y) vanishes at the origin alone",
)


def refutation():
    return refute(claim, {x: 0, y: 0, h: r / 2})
