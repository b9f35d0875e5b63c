"""A stationary point with a zero eigenvalue may still be classified at second order.

At the origin of x² − y² + z³ the Hessian is diag(2, −2, 0): it has a zero eigenvalue and is
indefinite, so the point is a saddle without any look at the third order (claim
indefinite-hessian-gives-a-saddle). The classes "indefinite" and "singular" overlap.
"""

import sympy as sp

from provenscape.kernel import Claim, eq, ge, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
z = real("z")
variables = (*saddle.variables, z)
function = saddle.expression + z**3
hessian = sp.hessian(function, variables)

claim = Claim(
    id="singular-hessian-may-still-be-indefinite",
    items=["N-19", "O-19", "O-26"],
    says="Where H has an eigenvalue 0 the second order leaves the type of the point open, a class "
    "apart from indefinite H.",
    given={
        **{f"stationary_{v}": eq(function.diff(v)) for v in variables},
        "singular": eq(hessian.det()),
    },
    then=ge(hessian[0, 0] * hessian[1, 1]),
    scope="for x² − y² + z³; the conclusion says that no two curvatures along axes have opposite "
    "signs, which alone would make it a saddle. Three dimensions are needed: in the plane a "
    "singular H is semidefinite",
)


def refutation():
    return refute(claim, dict.fromkeys(variables, 0))
