"""A local minimum need not have positive curvature in every direction.

The only stationary point of x² + y⁴, the origin, is its strict global minimum (claim
degenerate-quartic-has-a-strict-minimum), but the curvature along y is 0 there.
"""

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import get

quartic = get("degenerate_minimum")
x, y = quartic.variables

claim = Claim(
    id="a-minimum-need-not-have-a-definite-hessian",
    items=["N-16", "L-20"],
    says="At a local minimum H ≻ 0: the curvature is positive in all n directions.",
    given={"stationary_x": eq(quartic.gradient[0]), "stationary_y": eq(quartic.gradient[1])},
    then=(gt(quartic.hessian[0, 0]), gt(quartic.hessian.det())),
    scope="for x² + y⁴ at its minimum, the origin",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
