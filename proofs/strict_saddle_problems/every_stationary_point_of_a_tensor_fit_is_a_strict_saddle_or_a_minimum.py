"""Fitting an orthogonal tensor by least squares over all of R^d: the origin is neither.

‖Σ eᵢ⊗eᵢ⊗eᵢ⊗eᵢ − u⊗u⊗u⊗u‖² = d − 2 Σ uᵢ⁴ + |u|⁸ has gradient and Hessian 0 at the origin, and
smaller values as near as one likes: f(t, 0) − f(0, 0) = −t⁴(2 − t⁴). Ge et al. (2015) decompose on
spheres instead.
"""

from provenscape.kernel import Claim, eq, function, ge, gt, real, refute

x, y = real("x y")
f = function("f", (x, y), 2 - 2 * (x**4 + y**4) + (x**2 + y**2) ** 4)
hessian = f.hessian()
determinant = hessian[0, 0] * hessian[1, 1] - hessian[0, 1] ** 2

claim = Claim(
    id="every-stationary-point-of-a-tensor-fit-is-a-strict-saddle-or-a-minimum",
    says="Fitting an orthogonal tensor by least squares has the strict saddle property: where the "
    "gradient vanishes and no curvature is negative, the Hessian is positive definite.",
    items={"O-29": "instance"},
    given={
        "stationary along x": eq(f.partial(x)),
        "stationary along y": eq(f.partial(y)),
        "no negative curvature along x": ge(hessian[0, 0]),
        "no negative curvature along y": ge(hessian[1, 1]),
        "no negative curvature at all": ge(determinant),
    },
    then=(gt(hessian[0, 0]), gt(determinant)),
    bridges=("principal-minors-of-semidefinite-matrices",),
    about="the stationary points of tensor decomposition",
    scope="one component for a tensor of order four in the plane, by least squares without a "
    "constraint",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
