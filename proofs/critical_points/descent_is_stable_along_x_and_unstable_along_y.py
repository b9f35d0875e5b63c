"""At the saddle x² − y² descent is stable along x and unstable along y.

A step of gradient descent multiplies x by 1 − 2η and y by 1 + 2η. Every step length η > 0 drives y
away from 0; every η < 1 drives x towards 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, gt, lt, real
from provenscape.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")  # the step length
next_x, next_y = (v - eta * g for v, g in zip((x, y), saddle.gradient, strict=True))

claim = Claim(
    id="descent-is-stable-along-x-and-unstable-along-y",
    items=["L-16"],
    says="On x² − y² a step of gradient descent shrinks |x| and enlarges |y|.",
    given={
        "step": gt(eta),
        "not_too_long": lt(eta, 1),
        "off_in_x": gt(x**2),
        "off_in_y": gt(y**2),
    },
    then=(lt(next_x**2, x**2), gt(next_y**2, y**2)),
    scope="gradient descent on x² − y² with step length below 1; stability along x is lost beyond, "
    "instability along y never",
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
    return conjoin(claim, [shrinks, grows])
