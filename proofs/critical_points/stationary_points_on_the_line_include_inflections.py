"""On the line a stationary point need be neither a peak nor a valley.

The derivative of y³ vanishes at 0, but the values on the two sides of 0 lie on different sides of
the value at 0, as near as one likes. At a peak or valley all nearby differences have one sign, so
that the product of any two of them is ≥ 0.
"""

from provenscape.kernel import Claim, eq, ge, gt, lt, real, refute
from provenscape.models.landscapes import get

inflection = get("degenerate_inflection")
x, y = inflection.variables
cubic = inflection.expression.xreplace({x: 0})  # y³
s, t, r = real("s t r")  # two displacements, radius of a neighbourhood


def difference(displacement):
    return cubic.xreplace({y: y + displacement}) - cubic


claim = Claim(
    id="stationary-points-on-the-line-include-inflections",
    items=["N-10"],
    says="On the line every stationary point is a peak or a valley.",
    given={
        "stationary": eq(cubic.diff(y)),
        "radius": gt(r),
        "s_near": lt(s**2, r**2),
        "t_near": lt(t**2, r**2),
    },
    then=ge(difference(s) * difference(t)),
    scope="for the function y³ of one variable",
    locally=(r,),
)


def refutation():
    return refute(claim, {y: 0, s: r / 2, t: -r / 2})
