"""Newton's method is a second-order method and goes to the saddle of x² − y² from every point.

Its step d solves ∇²f d = −∇f, and ∇f + ∇²f d is the gradient at the end of the step, f being
quadratic: it is 0 at the saddle alone. What avoids saddles is a method that uses the signs of the
eigenvalues: cubic regularisation and trust regions do (claim
cubic-steps-meet-negative-curvature-finitely-often).
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
dx, dy = real("d_1 d_2")

claim = Claim(
    id="second-order-methods-avoid-saddles",
    says="A second-order method, which sees the signs of the Hessian's eigenvalues, does not "
    "step onto a saddle: after a Newton step from off the stable axis of x² − y² the iterate is "
    "not at the saddle.",
    items={"N-22": "whole"},
    where={(dx, dy): "the Newton step, which solves ∇²f d = −∇f"},
    given={
        "across": eq(f.partial(x, x) * dx + f.partial(x, y) * dy, -f.partial(x)),
        "along": eq(f.partial(x, y) * dx + f.partial(y, y) * dy, -f.partial(y)),
        "off_the_axis": gt(y**2),
    },
    then=gt((x + dx) ** 2 + (y + dy) ** 2),
    about="how second-order methods deal with saddles",
)


def refutation():
    return refute(claim, {x: 1, y: 2, dx: -1, dy: -2})
