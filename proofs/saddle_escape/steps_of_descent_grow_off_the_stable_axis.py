"""Steps on x² − y² get tiny on the axis y = 0 alone: elsewhere each is at least 2η|y₀| long.

The squared length is 4η²(x² + y²) ≥ 4η²y², and y² never decreases.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, first_x, first_y = real("eta x_0 y_0")
length2 = eta**2 * (f.partial(x) ** 2 + f.partial(y) ** 2)

claim = Claim(
    id="steps-of-descent-grow-off-the-stable-axis",
    says="Gradient descent on x² − y² makes no step shorter than 2η|y₀|: steps get tiny only if y₀ "
    "= 0.",
    items={"N-07": "whole"},
    where={eta: "the step length", (first_x, first_y): "the coordinates of the start"},
    given={"step": gt(eta)},
    then=Invariant(
        (ge(y**2, first_y**2), ge(length2, 4 * eta**2 * first_y**2)),
        start={x: first_x, y: first_y},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y)},
    ),
    repairs="steps-from-the-worked-start-get-tiny",
    scope="x² − y² from any start",
)
witness = {eta: 1, first_x: 1, first_y: 1}
countermodels = {"step": {eta: Rational(-1, 4), first_x: 0, first_y: 1}}


def proof():
    further = {"invariant.0": 1, "step": 4 * (1 + eta) * y**2}
    position = combine(claim.at_next_state(0), using=further)
    base = combine(claim.at_start(1), using={}, squares=[(4 * eta**2, first_x)])
    longer = combine(
        claim.at_next_state(1),
        using={name: 4 * eta**2 * weight for name, weight in further.items()},
        squares=[(4 * eta**2, (1 - 2 * eta) * x)],
    )
    return induct(claim, (None, base), (position, longer))
