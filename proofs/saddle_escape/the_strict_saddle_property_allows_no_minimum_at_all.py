"""(xy − 1)² + x² has one stationary point, the origin, and that is a strict saddle.

With a = ∂f/∂x and b = ∂f/∂y both x = (xya − (y² + 1)b)/2 and y = (y² + 1)x − a/2 are combinations
of a and b. So a function may have the property, be bounded below by 0 and have no minimum.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, Roots, conjoin, function, inertia, real, roots

half = Rational(1, 2)
x, y = real("x y")
f = function("f", (x, y), (x * y - 1) ** 2 + x**2)

claim = Claim(
    id="the-strict-saddle-property-allows-no-minimum-at-all",
    says="(xy − 1)² + x², a sum of squares, has the article's strict saddle property and no local "
    "minimum: its only stationary point is a strict saddle.",
    items={"O-27": "definition"},
    given={},
    then=(
        Roots(f.gradient(), (x, y), ((0, 0),)),
        Inertia(f.hessian((0, 0)), 1, 1, 0),
    ),
    bridges=("second-order-necessary-condition",),
    scope="the definition by what it admits",
)


def proof():
    of_x = (half * x * y, -half * (y**2 + 1))
    of_y = ((y**2 + 1) * of_x[0] - half, (y**2 + 1) * of_x[1])
    return conjoin(
        claim,
        [roots(claim.part(0), {x: (x, of_x), y: (y, of_y)}), inertia(claim.part(1))],
    )
