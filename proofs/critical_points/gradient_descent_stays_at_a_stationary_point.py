"""Started at a stationary point of any kind, gradient descent does not move.

So a maximum of −x², the saddle of x² − y² and the minimum of x² are all possible resting points.
"""

from provenscape.kernel import Claim, combine, eq, real

x, x_next, eta, slope = real("x x_next eta slope")

claim = Claim(
    id="gradient-descent-stays-at-a-stationary-point",
    items=["O-04", "O-20", "E-05"],
    says="A gradient step from a stationary point, be it minimum, saddle or maximum, stays there.",
    given={"step": eq(x_next, x - eta * slope), "stationary": eq(slope)},
    then=eq(x_next, x),
    scope="each coordinate; a local maximum is reached from such a start, and not approached: "
    "descent-does-not-approach-a-maximum",
)
witness = {x: 1, x_next: 1, eta: 1, slope: 0}
countermodels = {
    "step": witness | {x_next: 2},
    "stationary": witness | {slope: 1, x_next: 0},
}


def proof():
    return combine(claim, using={"step": 1, "stationary": -eta})
