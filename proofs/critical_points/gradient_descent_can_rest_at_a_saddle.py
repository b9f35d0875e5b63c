"""On x² − y² from (x₀, 0), steps 0 < η < 1 bring x to 0 and leave y = 0: the saddle is the limit.

One step multiplies x by 1 − 2η and y by 1 + 2η. The starts with y = 0 form a line, a null set.
"""

from sympy import Rational

from provenscape import landscapes
from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real

saddle = landscapes.get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")
step_x, step_y = (v - eta * slope for v, slope in zip((x, y), saddle.gradient, strict=True))

claim = Claim(
    id="gradient-descent-can-rest-at-a-saddle",
    items=["O-04", "O-21"],
    says="From a start with y = 0 gradient descent on x² − y² goes to the saddle.",
    given={
        "step": gt(eta),
        "short_step": gt(1 - eta),
        "on_the_axis": eq(y),
        "not_there": gt(x**2),
    },
    then=(lt(step_x**2, x**2), eq(step_y)),
    scope="each step: x² is multiplied by (1 − 2η)² < 1, y stays 0",
)
witness = {x: 1, y: 0, eta: Rational(1, 2)}
countermodels = {
    "step": {x: 1, y: 0, eta: -1},
    "short_step": {x: 1, y: 0, eta: 2},
    "on_the_axis": {x: 1, y: 1, eta: Rational(1, 2)},
    "not_there": {x: 0, y: 0, eta: Rational(1, 2)},
}


def proof():
    nearer = combine(claim.part(0), using={"short_step": 4 * eta * x**2})
    stays = combine(claim.part(1), using={"on_the_axis": 1 + 2 * eta})
    return conjoin(claim, [nearer, stays])
