"""No order of derivatives need decide the type: e^(−1/x²) and −e^(−1/x²), both 0 at 0.

All derivatives of both are 0 at 0, so that their Taylor polynomials of every order agree there; the
first has a strict minimum at 0 and the second a strict maximum. Added to a positive definite form
in further variables they give a minimum and a saddle with one Hessian.
"""

from sympy import exp

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

x, y = real("x y")
f = function("f", (x, y), y**2 + exp(-1 / x**2))
g = function("g", (x, y), y**2 - exp(-1 / x**2))

claim = Claim(
    id="no-order-of-derivatives-need-decide-the-type",
    says="y² + e^(−1/x²) and y² − e^(−1/x²), continued by y² at x = 0, have one Taylor series at "
    "the origin, and a strict minimum and a saddle there: higher order need not decide.",
    items={"N-19": "instance", "O-19": "instance"},
    where={(x, y): "a point off the line x = 0"},
    given={"elsewhere": gt(x**2)},
    then=(
        gt(f(x, y)),
        lt(g(x, 0), 0),
        eq(f(x, y) + g(x, y), 2 * y**2),
    ),
    bridges=("a-flat-smooth-function",),
    scope="points with x ≠ 0; on the line x = 0 both functions are y²",
)
witness = {x: 1, y: 1}


def proof():
    above = combine(claim.part(0), using={}, squares=[(1, y), (exp(-1 / x**2), 1)])
    below = combine(claim.part(1), using={}, squares=[(exp(-1 / x**2), 1)])
    return conjoin(claim, [above, below, combine(claim.part(2), using={})])
