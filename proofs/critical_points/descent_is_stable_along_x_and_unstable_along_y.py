"""At the saddle x² − y² descent is stable along x and unstable along y.

Along the gradient flow x² falls at the rate 4x² and y² grows at the rate 4y². A step of gradient
descent multiplies x by 1 − 2η and y by 1 + 2η: every η > 0 drives y away from 0, every η < 1 drives
x towards 0; at η = 1 the sign of x flips for ever. The labels name no method: the flow, which has
no step length, makes them true; that short steps do the same is said beside it.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, gt, lt, real
from provenscape.models import landscapes

f = landscapes.get("quadratic_saddle").f
x, y = f.variables
eta = real("eta")
slope_x, slope_y = f.gradient()

claim = Claim(
    id="descent-is-stable-along-x-and-unstable-along-y",
    says="On x² − y² gradient flow, and descent with steps below 1, shrink |x| and enlarge |y|.",
    items={"L-16": "whole"},
    where={eta: "the step length"},
    given={
        "step": gt(eta),
        "not_too_long": lt(eta, 1),
        "off_in_x": gt(x**2),
        "off_in_y": gt(y**2),
    },
    then=(
        lt((x - eta * slope_x) ** 2, x**2),
        gt((y - eta * slope_y) ** 2, y**2),
        lt(-2 * x * slope_x, 0),  # d/dt x² along the flow
        gt(-2 * y * slope_y),
    ),
    scope="one step from any point off the axes; the last two are the derivatives of x² and y² "
    "along the flow",
)
witness = {x: 1, y: 1, eta: Rational(1, 4)}
countermodels = {
    "step": witness | {eta: 0},
    "not_too_long": witness | {eta: 1},
    "off_in_x": witness | {x: 0},
    "off_in_y": witness | {y: 0},
}


def proof():
    shrinks = combine(claim.part(0), using={"not_too_long": 4 * eta * x**2})
    grows = combine(claim.part(1), using={"step": 4 * y**2 * (1 + eta)})
    flow_x = combine(claim.part(2), using={"off_in_x": 4})
    flow_y = combine(claim.part(3), using={"off_in_y": 4})
    return conjoin(claim, [shrinks, grows, flow_x, flow_y])
