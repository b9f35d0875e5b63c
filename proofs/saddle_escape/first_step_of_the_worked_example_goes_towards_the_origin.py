"""The step from (0.05, 1.8) on x² − y² enlarges y for every η > 0: −∇f points away from 0 in y.

The gradient is (0.1, −3.6); the step is −η times it, so it adds 3.6η to y.
"""

from sympy import Rational

from provenscape.kernel import Claim, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
eta = real("eta")
start = (Rational(1, 20), Rational(9, 5))

claim = Claim(
    id="first-step-of-the-worked-example-goes-towards-the-origin",
    says="The gradient step from (0.05, 1.8) on x² − y², for some step length, reduces y "
    "towards 0.",
    items={"N-75": "part towards-the-origin"},
    where={eta: "the step length"},
    given={},
    then=lt(start[1] - eta * f.partial(f.variables[1], at=start), start[1]),
    constants=(eta,),
)


def refutation():
    return refute(claim, {})
