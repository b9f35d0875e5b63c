"""A saddle does not hold gradient descent as a minimum does: from (0, y) every step leads away.

Near a nondegenerate minimum all short-step runs stay and converge (claim
descent-near-a-nondegenerate-minimum-is-linear); from (0, y) on x² − y² each step multiplies y by
1 + 2η, however short the step and however near the start.
"""

from provenscape.kernel import Claim, le, lt, real, refute
from provenscape.models import landscapes

f = landscapes.get("quadratic_saddle").f
x, y = f.variables
eta, r = real("eta r")
after = (x - eta * f.partial(x), y - eta * f.partial(y))

claim = Claim(
    id="descent-treats-a-saddle-as-it-does-a-minimum",
    says="Gradient descent does not discriminate between the kinds of stationary points: with some "
    "step length it comes no farther from a saddle from any start near it, as from a minimum.",
    items={"O-20": "part does-not-discriminate-among-the-four"},
    where={eta: "the step length", r: "the radius of a neighbourhood of the origin"},
    given={"near": lt(x**2 + y**2, r**2)},
    then=le(after[0] ** 2 + after[1] ** 2, x**2 + y**2),
    constants=(eta, r),
    about="gradient descent near stationary points of the four kinds",
    scope="the saddle of x² − y²",
)


def refutation():
    return refute(claim, {x: 0, y: r / 2})
