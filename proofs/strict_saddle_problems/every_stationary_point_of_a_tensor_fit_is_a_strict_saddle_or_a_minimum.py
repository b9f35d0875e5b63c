"""Fitting an orthogonal tensor by least squares over all of R^d: the origin is neither.

‖Σ eᵢ⊗eᵢ⊗eᵢ⊗eᵢ − u⊗u⊗u⊗u‖² = d − 2 Σ uᵢ⁴ + |u|⁸ has gradient and Hessian 0 at the origin, and
smaller values as near as one likes.
"""

import sympy as sp

from provenscape.kernel import Claim, eq, ge, gt, refute
from provenscape.models.landscapes import tensor_decomposition

tensor = tensor_decomposition(2)
x, y = tensor.variables
loss = 2 + 2 * tensor.expression + (x**2 + y**2) ** 4
hessian = sp.hessian(loss, (x, y))

claim = Claim(
    id="every-stationary-point-of-a-tensor-fit-is-a-strict-saddle-or-a-minimum",
    items=["O-29"],
    says="Fitting an orthogonal tensor has the strict saddle property: where the gradient vanishes "
    "and no curvature is negative, the Hessian is positive definite.",
    given={
        "stationary along x": eq(loss.diff(x)),
        "stationary along y": eq(loss.diff(y)),
        "no negative curvature along x": ge(hessian[0, 0]),
        "no negative curvature along y": ge(hessian[1, 1]),
        "no negative curvature at all": ge(hessian.det()),
    },
    then=(gt(hessian[0, 0]), gt(hessian.det())),
    scope="one component for a tensor of order four in the plane, by least squares without a "
    "constraint; the origin is no local minimum either: f(t, 0) − f(0, 0) = −t⁴(2 − t⁴); "
    "Ge et al. (2015) decompose on spheres instead",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
