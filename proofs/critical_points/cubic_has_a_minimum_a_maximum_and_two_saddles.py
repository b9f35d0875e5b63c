"""The gradient of x³ − 3x + y³ − 3y vanishes at a minimum, a maximum and two saddles only.

A stationary point is one where the gradient vanishes, whatever else happens there: the definition
takes in all three kinds, here on one function, and leaves out every other point.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, Roots, conjoin, function, inertia, real, roots

x, y = real("x y")
f = function("f", (x, y), x**3 - 3 * x + y**3 - 3 * y)
POINTS = {(1, 1): (2, 0, 0), (-1, -1): (0, 2, 0), (1, -1): (1, 1, 0), (-1, 1): (1, 1, 0)}

claim = Claim(
    id="cubic-has-a-minimum-a-maximum-and-two-saddles",
    says="The gradient of x³ − 3x + y³ − 3y vanishes at a minimum, a maximum and two saddles, and "
    "nowhere else.",
    items={"N-15": "definition", "N-21": "instance", "L-09": "instance"},
    given={},
    then=(
        Roots(f.gradient(), (x, y), tuple(POINTS)),
        *(Inertia(f.hessian(at), *counts) for at, counts in POINTS.items()),
    ),
    bridges=("second-order-sufficient-condition", "second-order-necessary-condition"),
    scope="one function with all three kinds, told apart by the signature of the Hessian",
)
points = [dict(zip((x, y), point, strict=True)) for point in POINTS]


def proof():
    third = Rational(1, 3)
    complete = roots(claim.part(0), {x: (x**2 - 1, (third, 0)), y: (y**2 - 1, (0, third))})
    return conjoin(claim, [complete, *(inertia(claim.part(i)) for i in range(1, 5))])
