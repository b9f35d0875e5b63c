"""On x² − y² descent comes no nearer the saddle than |y₀|, and makes no step shorter than 2η|y₀|.

The squared length of a step is 4η²(x² + y²) ≥ 4η²y², and y² never decreases; it grows by 4ηy₀² a
step at least. Only from the axis y = 0 does descent converge to the saddle, in steps that get tiny.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, first_x, first_y, t = real("eta x_0 y_0 t")
length2 = eta**2 * (f.partial(x) ** 2 + f.partial(y) ** 2)

claim = Claim(
    id="steps-of-descent-grow-off-the-stable-axis",
    says="Gradient descent on x² − y², from any start (x₀, y₀), is at least √(1 + 4ηt)|y₀| away "
    "from the saddle after t steps, and makes no step shorter than 2η|y₀|: it converges to the "
    "saddle, and its steps get tiny, only if y₀ = 0.",
    items={"N-06": "whole", "N-07": "whole"},
    where={
        eta: "the step length",
        (first_x, first_y): "the coordinates of the start",
        t: "the number of steps so far",
    },
    given={"step": gt(eta)},
    then=Invariant(
        (
            ge(t),
            ge(y**2, (1 + 4 * eta * t) * first_y**2),
            ge(length2, 4 * eta**2 * first_y**2),
        ),
        start={x: first_x, y: first_y, t: 0},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y), t: t + 1},
    ),
    repairs="steps-from-off-the-axis-get-tiny",
    scope="x² − y² from any start",
)
witness = {eta: 1, first_x: 1, first_y: 1}
countermodels = {"step": {eta: Rational(-1, 4), first_x: 0, first_y: 1}}


def proof():
    # ((1 + 2η)² − 1)y² ≥ 4ηy² ≥ 4ηy₀²
    counted = combine(claim.at_next_state(0), using={"invariant.0": 1}, squares=[(1, 1)])
    farther = {"invariant.1": 1 + 4 * eta, "invariant.0": 16 * eta**2 * first_y**2}
    position = combine(claim.at_next_state(1), using=farther, squares=[(4 * eta**2, y)])
    base = combine(claim.at_start(2), using={}, squares=[(4 * eta**2, first_x)])
    longer = combine(
        claim.at_next_state(2),
        using={
            **{name: 4 * eta**2 * weight for name, weight in farther.items()},
            "step": 16 * eta**2 * first_y**2 * (1 + t),
        },
        squares=[(4 * eta**2, (1 - 2 * eta) * x), (16 * eta**4, y)],
    )
    return induct(claim, (None, None, base), (counted, position, longer))
