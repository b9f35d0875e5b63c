"""A stationary point with a zero eigenvalue may still be classified at second order.

At the origin of x² − y² + z³ the Hessian is diag(2, −2, 0): it has a zero eigenvalue and is
indefinite, so the point is a saddle without any look at the third order (claim
indefinite-hessian-gives-a-saddle). The classes "indefinite" and "singular" overlap. Three
dimensions are needed: in the plane a singular Hessian is semidefinite.
"""

from provenscape.kernel import Claim, eq, function, ge, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y, z = (*saddle.variables, real("z"))
f = function("f", (x, y, z), saddle.expression + z**3)

claim = Claim(
    id="a-singular-hessian-is-not-indefinite",
    says="Where the Hessian has an eigenvalue 0 no two curvatures along axes have opposite signs, "
    "so that the second order leaves the type of the point open.",
    items={"N-19": "whole", "O-19": "whole", "O-26": "part degenerate-panel"},
    where={(x, y, z): "a stationary point"},
    given={
        "stationary_x": eq(f.partial(x)),
        "stationary_y": eq(f.partial(y)),
        "stationary_z": eq(f.partial(z)),
        "singular_xz": eq(f.partial(x, z)),
        "singular_yz": eq(f.partial(y, z)),
        "singular_zz": eq(f.partial(z, z)),
    },
    then=ge(f.partial(x, x) * f.partial(y, y)),
    about="the Hessian at a stationary point",
    scope="for x² − y² + z³, whose Hessian sends the z axis to 0 at the origin",
)


def refutation():
    return refute(claim, {x: 0, y: 0, z: 0})
