"""A local minimum need not be lower than all of its neighbours.

½x₁² on the plane is nowhere below its value at the origin, so the origin is a local minimum, but
the whole line x₁ = 0 has the same value. Minima of overparameterized networks are of this kind.
"""

from provenscape.kernel import Claim, ge, gt, lt, real, refute
from provenscape.models import landscapes

valley = landscapes.least_squares([[1, 0]], [0])
x1, x2 = valley.variables
f = valley.f
r = real("r")

claim = Claim(
    id="a-local-minimum-is-lower-than-its-neighbours",
    says="A point where f is least is lower than all neighbouring points.",
    items={"L-05": "whole"},
    where={r: "the radius of a neighbourhood of the origin"},
    given={
        "minimum": ge(f(x1, x2), f(0, 0)),
        "neighbour": gt(x1**2 + x2**2),
        "near": lt(x1**2 + x2**2, r**2),
    },
    then=gt(f(x1, x2), f(0, 0)),
    constants=(r,),
    scope="½x₁² on the plane at the origin, one of the points where it is least",
)


def refutation():
    return refute(claim, {x1: 0, x2: r / 2})
