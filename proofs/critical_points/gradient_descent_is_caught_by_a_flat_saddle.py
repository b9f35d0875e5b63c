"""On x² + y³ small steps from y > 0 never pass the degenerate saddle at the origin.

One step sends y to y(1 − 3ηy), which stays in (0, y) for 0 < y < 1/(3η): an open set of starts is
caught by a stationary point that is no minimum.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, gt, lt, real
from provenscape.models import landscapes

function = landscapes.get("degenerate_inflection")
x, y = function.variables
eta = real("eta")
following = y - eta * function.gradient[1]

claim = Claim(
    id="gradient-descent-is-caught-by-a-flat-saddle",
    items=["O-22"],
    says="On x² + y³ gradient descent from y > 0 with small steps never gets past the origin.",
    given={"step": gt(eta), "side": gt(y), "small_step": gt(1 - 3 * eta * y)},
    then=(gt(following), lt(following, y)),
    scope="each step; x is multiplied by 1 − 2η",
)
witness = {y: Rational(1, 6), eta: 1}
countermodels = {
    "step": {y: 1, eta: -1},
    "side": {y: -1, eta: 1},
    "small_step": {y: 1, eta: 1},
}


def proof():
    positive = combine(claim.part(0), using={"small_step": y})
    smaller = combine(claim.part(1), using={"step": 3 * y**2})
    return conjoin(claim, [positive, smaller])
