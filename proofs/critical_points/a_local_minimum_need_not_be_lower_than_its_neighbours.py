"""A local minimum need not be lower than all of its neighbours.

½x₁² on the plane is nowhere below its value at the origin, so the origin is a local minimum, but
the whole line x₁ = 0 has the same value. Minima of overparameterized networks are of this kind.
"""

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import least_squares

valley = least_squares([[1, 0]], [0])
x1, x2 = valley.variables
r = real("r")  # radius of a neighbourhood

claim = Claim(
    id="a-local-minimum-need-not-be-lower-than-its-neighbours",
    items=["L-05"],
    says="A local minimum is a point where f is lower than at all neighbouring points.",
    given={
        "radius": gt(r),
        "neighbour": gt(x1**2 + x2**2),
        "near": lt(x1**2 + x2**2, r**2),
    },
    then=gt(valley.expression, valley.expression.xreplace(valley.at((0, 0)))),
    scope="for ½x₁² on the plane at the origin, one of its minima",
    locally=(r,),
)


def refutation():
    return refute(claim, {x1: 0, x2: r / 2})
