"""Descent finds the escape direction by itself: |x/y| falls at every step.

The factor is |1 − 2η|/(1 + 2η): the power method for I − ηH. No eigenvector needs to be computed.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta = real("eta")
next_x, next_y = (v - eta * f.partial(v) for v in (x, y))

claim = Claim(
    id="descent-aligns-with-the-escape-direction",
    says="Every step of gradient descent on x² − y² turns the iterate towards the eigenvector of "
    "the negative eigenvalue, for every step length and without any Hessian.",
    items={"E-37": "instance"},
    where={eta: "the step length"},
    given={"step": gt(eta), "off_in_x": gt(x**2), "off_in_y": gt(y**2)},
    then=lt(next_x**2 * y**2, x**2 * next_y**2),
    scope="starts off both axes; the ratio x²/y² is compared before and after, denominators "
    "cleared",
)
witness = {x: 1, y: 1, eta: Rational(1, 4)}
countermodels = {
    "step": witness | {eta: 0},
    "off_in_x": witness | {x: 0},
    "off_in_y": witness | {y: 0},
}


def proof():
    return combine(claim, using={"step": 8 * x**2 * y**2})
