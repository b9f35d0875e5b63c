"""The step from (0.05, 1.8) on x² − y² enlarges y for every step length: −∇f points away in y.

The gradient is (0.1, −3.6); the step is −η times it, so it adds 3.6η to y.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")
next_y = y - eta * saddle.gradient[1]

claim = Claim(
    id="first-step-of-the-worked-example-goes-towards-the-origin",
    items=["N-75"],
    says="The gradient step from (0.05, 1.8) on x² − y² reduces y towards 0.",
    given={"step": gt(eta)},
    then=lt(next_y**2, y**2),
    locally=(eta,),
    scope="'for some step length η > 0'",
)


def refutation():
    return refute(claim, {x: Rational(1, 20), y: Rational(9, 5)})
