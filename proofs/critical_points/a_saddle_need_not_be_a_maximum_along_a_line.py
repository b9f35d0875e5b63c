"""A saddle point need not be a maximum along any line.

The origin of x² + y³ is stationary, with higher and lower values arbitrarily near, so neither a
minimum nor a maximum. Along every line but the y axis it is a strict minimum (claim
inflection-has-its-minimum-along-every-other-line). The y axis is the only candidate for a line of
maximum, and there y³ rises on one side.
"""

from provenscape.kernel import Claim, gt, le, lt, real, refute
from provenscape.models.landscapes import get

inflection = get("degenerate_inflection")
x, y = inflection.variables
t, r = real("t r")  # displacement along the y axis, radius of a neighbourhood

claim = Claim(
    id="a-saddle-need-not-be-a-maximum-along-a-line",
    items=["L-07"],
    says="A saddle is a minimum in some directions and a maximum in others.",
    given={"radius": gt(r), "near": lt(t**2, r**2)},
    then=le(
        inflection.expression.xreplace({x: 0, y: t}), inflection.expression.xreplace({x: 0, y: 0})
    ),
    scope="for x² + y³, along the only line through the origin on which it has no minimum there; "
    "a direction counts with both its senses, as in the document's own cross sections",
    locally=(r,),
)


def refutation():
    return refute(claim, {t: r / 2})
