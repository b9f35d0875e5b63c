"""On the double well one plain step from x = ½ goes to 11/16, away from the saddle.

x⁴ − 2x² + y² has its saddle at the origin; the step length is 1/8.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, le, real, refute
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta = real("eta")

claim = Claim(
    id="plain-descent-stays-at-the-saddle-of-the-double-well",
    says="Gradient descent with neither momentum nor noise gets stuck at saddles, so that these "
    "are necessary: no step leads away from the saddle's line x = 0.",
    items={"L-31": "whole", "L-04": "part momentum-is-necessary"},
    where={eta: "the step length"},
    given={"step": gt(eta), "off_the_saddle": gt(x**2)},
    then=le((x - eta * f.partial(x)) ** 2, x**2),
    scope="the double well, whose saddle is the origin",
)


def refutation():
    return refute(claim, {x: Rational(1, 2), y: 0, eta: Rational(1, 8)})
