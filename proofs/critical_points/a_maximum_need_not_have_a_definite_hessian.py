"""A local maximum need not have negative curvature in every direction.

The only stationary point of −x² − y⁴, the origin, is its strict global maximum, because x² + y⁴ has
its strict minimum there (claim degenerate-quartic-has-a-strict-minimum), but the curvature along y
is 0.
"""

from provenscape.kernel import Claim, eq, gt, lt, refute
from provenscape.models.landscapes import get

quartic = get("degenerate_minimum")
x, y = quartic.variables
hessian = -quartic.hessian  # of the function turned upside down

claim = Claim(
    id="a-maximum-need-not-have-a-definite-hessian",
    items=["N-17"],
    says="At a local maximum H ≺ 0: all eigenvalues are negative.",
    given={"stationary_x": eq(-quartic.gradient[0]), "stationary_y": eq(-quartic.gradient[1])},
    then=(lt(hessian[0, 0], 0), gt(hessian.det())),
    scope="for −x² − y⁴ at its maximum, the origin",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
