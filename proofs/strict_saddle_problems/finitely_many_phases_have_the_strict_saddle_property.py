"""Measure (1, 1) with e₁ and e₂ four times each and with (1, 1) once: (1, −1) is degenerate.

The nine squares determine the signal up to its sign. At (1, −1) the gradient vanishes, and the
Hessian is (16/9) ((1, −1), (−1, 1)): semidefinite and singular, neither of the two alternatives.
"""

from provenscape.kernel import Claim, eq, ge, gt, refute
from provenscape.models.landscapes import phase_retrieval

f = phase_retrieval([[1, 0]] * 4 + [[0, 1]] * 4 + [[1, 1]], [1, 1]).f
x, y = f.variables
hessian = f.hessian()
determinant = hessian[0, 0] * hessian[1, 1] - hessian[0, 1] ** 2

claim = Claim(
    id="finitely-many-phases-have-the-strict-saddle-property",
    says="Phase retrieval has the strict saddle property, however it is measured: where the "
    "gradient vanishes and no curvature is negative, the Hessian is positive definite.",
    items={"O-29": "instance"},
    given={
        "stationary along x1": eq(f.partial(x)),
        "stationary along x2": eq(f.partial(y)),
        "no negative curvature along x1": ge(hessian[0, 0]),
        "no negative curvature along x2": ge(hessian[1, 1]),
        "no negative curvature at all": ge(determinant),
    },
    then=(gt(hessian[0, 0]), gt(determinant)),
    bridges=("principal-minors-of-semidefinite-matrices",),
    about="the loss of real phase retrieval",
    scope="nine real measurements in the plane, which determine the signal up to its sign",
)


def refutation():
    return refute(claim, {x: 1, y: -1})
