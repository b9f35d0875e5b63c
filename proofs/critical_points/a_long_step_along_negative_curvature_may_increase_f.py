"""Not every displacement along the direction of most negative curvature decreases f.

At the saddle (0, 0) of x₁⁴ − 2x₁² + x₂² the Hessian is diag(−4, 2), so u = e₁; the displacement 2u
leads from the value 0 over the minimum at (1, 0) up to the value 8.
"""

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import get

well = get("double_well")
x1, x2 = well.variables
step = real("step")  # displacement along the eigenvector e₁ of the eigenvalue −4

claim = Claim(
    id="a-long-step-along-negative-curvature-may-increase-f",
    items=["N-35"],
    says="At a strict saddle every displacement along the eigenvector of λ_min decreases f.",
    given={"displaced": gt(step**2)},
    then=lt(well.expression.xreplace({x1: step, x2: 0}), well.expression.xreplace({x1: 0, x2: 0})),
    scope="for x₁⁴ − 2x₁² + x₂² at its strict saddle, the origin",
)


def refutation():
    return refute(claim, {step: 2})
