"""On x² − y² from (x₀, 0), steps 0 < η < 1 bring x to 0 and leave y = 0: the saddle is the limit.

One step multiplies x by 1 − 2η, a number between −1 and 1, and keeps y = 0; so x_t = (1 − 2η)^t x₀
tends to 0. The starts with y = 0 form a line, a null set.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models import landscapes

saddle = landscapes.get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")
step_x, step_y = (v - eta * slope for v, slope in zip((x, y), saddle.gradient, strict=True))

claim = Claim(
    id="gradient-descent-can-rest-at-a-saddle",
    items=["O-02", "O-04", "O-21"],
    says="From a start with y = 0 gradient descent on x² − y² goes to the saddle: each step "
    "multiplies x by 1 − 2η, of modulus below 1, and leaves y = 0.",
    given={
        "step": gt(eta),
        "short_step": gt(1 - eta),
        "on_the_axis": eq(y),
    },
    then=(eq(step_x, (1 - 2 * eta) * x), lt((1 - 2 * eta) ** 2, 1), eq(step_y)),
    scope="x² − y², every start on the x axis and every step length 0 < η < 1; the powers of "
    "1 − 2η tend to 0",
)
witness = {x: 1, y: 0, eta: Rational(1, 4)}
countermodels = {
    "step": {x: 1, y: 0, eta: 0},
    "short_step": {x: 1, y: 0, eta: 1},
    "on_the_axis": {x: 1, y: 1, eta: Rational(1, 2)},
}


def proof():
    moves = combine(claim.part(0), using={})
    nearer = combine(claim.part(1), using={"short_step": 4 * eta})
    stays = combine(claim.part(2), using={"on_the_axis": 1 + 2 * eta})
    return conjoin(claim, [moves, nearer, stays])
