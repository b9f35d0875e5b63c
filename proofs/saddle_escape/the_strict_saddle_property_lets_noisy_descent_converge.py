"""x² − y² has the strict saddle property and no minimum: its one critical point is a strict saddle.

There is nothing for noisy descent to converge to: along y it runs off to infinity. What is missing
is a lower bound, and that alone does not do (the-strict-saddle-property-allows-no-minimum-at-all):
the property must hold with constants at all points, or the sublevel sets be compact.
"""

from provenscape.kernel import Claim, eq, ge, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
u, v = real("u v")
form = saddle.hessian[0, 0] * u**2 + saddle.hessian[1, 1] * v**2

claim = Claim(
    id="the-strict-saddle-property-lets-noisy-descent-converge",
    items=["N-32"],
    says="If every critical point is a local minimum or a strict saddle, descent with noise "
    "converges to a local minimum.",
    given={"critical_x": eq(saddle.gradient[0]), "critical_y": eq(saddle.gradient[1])},
    then=ge(form),
    scope="x² − y², which has the property; a limit would be a critical point with semidefinite "
    "Hessian, and the hypotheses leave the origin alone",
)


def refutation():
    return refute(claim, {x: 0, y: 0, u: 0, v: 1})
