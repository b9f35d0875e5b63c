"""On (xy − 1)² + x² the points (x, 1/x) are as nearly stationary as one likes, with H ≻ 0.

There f = x², ∇f = (2x, 0) and det H = 4x² > 0, while the function has no local minimum anywhere. So
an ε-second-order stationary point, which is what the theorem on perturbed descent promises, is near
a minimum only if the function has the property with constants that hold at all points.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

x, y = real("x y")
valley = (x * y - 1) ** 2 + x**2
h11, h12, h22 = valley.diff(x, 2), valley.diff(x, y), valley.diff(y, 2)


def on_the_curve(expression):
    return expression.xreplace({y: 1 / x}).expand()


across, along = on_the_curve(valley.diff(x)), on_the_curve(valley.diff(y))
trace = on_the_curve(h11 + h22)
determinant = on_the_curve(h11 * h22 - h12**2)

claim = Claim(
    id="second-order-points-need-not-be-near-a-minimum",
    items=["O-05", "O-11"],
    says="A function with the strict saddle property at its stationary points can have points with "
    "gradient as small as one likes and positive definite Hessian, and no minimum.",
    given={"off_the_origin": gt(x**2)},
    then=(eq(across, 2 * x), eq(along), gt(trace), gt(determinant)),
    scope="(xy − 1)² + x² on the curve xy = 1, as x → 0; that it has no minimum is "
    "the-strict-saddle-property-allows-no-minimum-at-all",
)
witness = {x: Rational(1, 2)}
points = [{x: 1}, {x: 3}]


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(claim.part(1), using={}),
            combine(claim.part(2), using={"off_the_origin": 2}, squares=[(2, 1), (2, 1 / x)]),
            combine(claim.part(3), using={"off_the_origin": 4}),
        ],
    )
