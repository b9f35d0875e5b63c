"""On the double well one plain step from x = ½ goes to 11/16, away from the saddle.

x⁴ − 2x² + y² has its saddle at the origin; the step length is 1/8.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, le, real, refute
from provenscape.models.landscapes import get

well = get("double_well")
x = well.variables[0]
eta = real("eta")
following = x - eta * well.gradient[0]

claim = Claim(
    id="plain-descent-stays-at-the-saddle-of-the-double-well",
    items=["L-31", "L-04"],
    says="Gradient descent with neither momentum nor noise gets stuck at saddles, so that these "
    "are "
    "necessary.",
    given={"step": gt(eta), "off_the_saddle": gt(x**2)},
    then=le(following**2, x**2),
    scope="the double well with η = 1/8 from x = ½: plain descent moves away from the saddle",
)


def refutation():
    return refute(claim, {x: Rational(1, 2), eta: Rational(1, 8)})
