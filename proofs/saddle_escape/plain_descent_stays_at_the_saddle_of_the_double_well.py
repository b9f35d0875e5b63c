"""On the double well a plain step of ⅛ leads away from the saddle if 0 < |x| < 1, however near.

x⁴ − 2x² + y² has its saddle at the origin. The step multiplies x by 1 + (1 − x²)/2, which is more
than 1 for 0 < |x| < 1; the point is x = r/(2r + 2), within r of the saddle's line.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, le, lt, real, refute
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
r = real("r")
eta = Rational(1, 8)

claim = Claim(
    id="plain-descent-stays-at-the-saddle-of-the-double-well",
    says="Gradient descent with neither momentum nor noise gets stuck at saddles, so that these "
    "are necessary: near enough to the saddle's line x = 0 no step of length 1/8 leads away "
    "from it.",
    items={"L-31": "whole", "L-04": "part momentum-is-necessary"},
    where={r: "how near is near enough"},
    given={"off_the_saddle": gt(x**2), "near": lt(x**2, r**2)},
    then=le((x - eta * f.partial(x)) ** 2, x**2),
    constants=(r,),
    scope="the double well, whose saddle is the origin; step length 1/8",
)


def refutation():
    return refute(claim, {x: r / (2 * r + 2), y: 0})
