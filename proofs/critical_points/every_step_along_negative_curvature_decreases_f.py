"""Not every displacement along the direction of most negative curvature decreases f.

At the saddle (0, 0) of x₁⁴ − 2x₁² + x₂² the Hessian is diag(−4, 2), so u = e₁; the displacement 2u
leads from the value 0 over the minimum at (1, 0) up to the value 8.
"""

from provenscape.kernel import Claim, eq, gt, lt, real, refute
from provenscape.models import landscapes

well = landscapes.get("double_well")
x1, x2 = well.variables
f = well.f
step = real("step")
SADDLE = (0, 0)

claim = Claim(
    id="every-step-along-negative-curvature-decreases-f",
    says="At a strict saddle every displacement along the eigenvector of λ_min decreases f.",
    items={"N-35": "whole"},
    where={step: "a displacement along e₁, an eigenvector since the mixed derivative vanishes"},
    given={
        "stationary_1": eq(f.partial(x1, at=SADDLE)),
        "stationary_2": eq(f.partial(x2, at=SADDLE)),
        "eigenvector": eq(f.partial(x1, x2, at=SADDLE)),
        "strict_saddle": lt(f.partial(x1, x1, at=SADDLE), 0),
        "least_eigenvalue": lt(f.partial(x1, x1, at=SADDLE), f.partial(x2, x2, at=SADDLE)),
        "displaced": gt(step**2),
    },
    then=lt(f(step, 0), f(0, 0)),
    about="a step along a direction of negative curvature",
    scope="x₁⁴ − 2x₁² + x₂² at its strict saddle, the origin",
)


def refutation():
    return refute(claim, {step: 2})
