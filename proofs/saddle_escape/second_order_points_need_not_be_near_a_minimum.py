"""On (xy − 1)² + x² the points (x, 1/x) are as nearly stationary as one likes, with H ≻ 0.

There f = x², ∇f = (2x, 0) and det H = 4x² > 0, while the function has no local minimum anywhere
(the-strict-saddle-property-allows-no-minimum-at-all). So an ε-second-order stationary point, which
is what the theorem on perturbed descent promises, is near a minimum only if the function has the
property with constants that hold at all points.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

x, y = real("x y")
f = function("f", (x, y), (x * y - 1) ** 2 + x**2)
at = (x, 1 / x)
f_xx, f_xy, f_yy = f.partial(x, x, at=at), f.partial(x, y, at=at), f.partial(y, y, at=at)

claim = Claim(
    id="second-order-points-need-not-be-near-a-minimum",
    says="(xy − 1)² + x² has at the points (x, 1/x) a gradient (2x, 0), as small as one likes, and "
    "a Hessian with positive trace and determinant.",
    items={},
    where={x: "the first coordinate of a point on the curve xy = 1"},
    given={"off_the_origin": gt(x**2)},
    then=(
        eq(f.partial(x, at=at), 2 * x),
        eq(f.partial(y, at=at)),
        gt(f_xx + f_yy),
        gt(f_xx * f_yy - f_xy**2),
    ),
    scope="(xy − 1)² + x² on the curve xy = 1",
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
