"""The gradient of x³ − 3x + y³ − 3y vanishes at a minimum, a maximum and two saddles only.

A stationary point is one where the gradient vanishes, whatever else happens there: the definition
takes in all three kinds, here on one function, and leaves out every other point.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, real, roots

x, y = real("x y")
function = x**3 - 3 * x + y**3 - 3 * y
gradient = tuple(function.diff(v) for v in (x, y))
POINTS = {(1, 1): (2, 0, 0), (-1, -1): (0, 2, 0), (1, -1): (1, 1, 0), (-1, 1): (1, 1, 0)}


def signature(point, counts):
    hessian = sp.hessian(function, (x, y)).xreplace(
        dict(zip((x, y), map(sp.Integer, point), strict=True))
    )
    return Inertia(sp.ImmutableMatrix(hessian), *counts)


claim = Claim(
    id="cubic-has-a-minimum-a-maximum-and-two-saddles",
    items=["N-15", "N-21", "L-09"],
    says="The gradient of x³ − 3x + y³ − 3y vanishes at a minimum, a maximum and two saddles, and "
    "nowhere else.",
    given={},
    then=(Roots(gradient, (x, y), tuple(POINTS)), *(signature(*entry) for entry in POINTS.items())),
    scope="the definition is checked on one function with all three kinds",
)
points = [dict(zip((x, y), point, strict=True)) for point in POINTS]


def proof():
    third = sp.Rational(1, 3)
    complete = roots(claim.part(0), {x: (x**2 - 1, (third, 0)), y: (y**2 - 1, (0, third))})
    return conjoin(claim, [complete, *(inertia(claim.part(i)) for i in range(1, 5))])
