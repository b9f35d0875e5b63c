"""Plain descent on x² − y² leaves the saddle from any start with y ≠ 0: no signs, no noise.

Every step multiplies y by 1 + 2η, however near the saddle it is. A method that must infer curvature
from its course, or use noise, to get away would without either stay as near as it is.
"""

from provenscape.kernel import Claim, le, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, r = real("eta r")

claim = Claim(
    id="first-order-methods-must-infer-signs-or-use-noise",
    says="To avoid saddles first-order methods have to infer the signs of the curvature, or to use "
    "noise: gradient steps alone, near enough to the saddle, do not lead away along y.",
    items={"N-23": "whole"},
    where={eta: "the step length", r: "the radius of the neighbourhood"},
    given={"near": lt(x**2 + y**2, r**2)},
    then=le((y - eta * f.partial(y)) ** 2, y**2),
    constants=(eta, r),
    scope="gradient descent, which infers nothing, on x² − y²; from y = 0 it does stay, and from a "
    "start drawn at random it has y ≠ 0",
)


def refutation():
    return refute(claim, {x: 0, y: r / 2})
