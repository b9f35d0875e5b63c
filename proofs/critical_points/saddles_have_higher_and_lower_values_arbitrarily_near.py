"""A saddle is a stationary point with higher and lower values in every neighbourhood.

This is what remains when a definition may mention neither the Hessian nor lines through the point:
a stationary point that is no local extremum. It includes x² − y², the degenerate x² − y⁴, x² + y³
and the monkey saddle, each shown at points at distance r for every r > 0.
"""

import sympy as sp

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

r = real("r")  # the distance, arbitrary
NAMES = ("quadratic_saddle", "degenerate_saddle", "degenerate_inflection", "monkey_saddle")
DEGREES = (0, 2, 2, 2, 3, 2, 4, 3, 3)  # of the slopes and of the differences below, in order
LOWER = ((0, r), (0, r), (0, -r), (-r, 0))  # where each function has fallen


def value(name, point):
    landscape = get(name)
    return landscape.expression.xreplace(landscape.at(point))


def slopes_at_origin():
    """The sum of the squares of all first derivatives of all four functions at the origin."""
    return sp.Add(
        *(
            entry.xreplace(get(name).at((0, 0))) ** 2
            for name in NAMES
            for entry in get(name).gradient
        )
    )


claim = Claim(
    id="saddles-have-higher-and-lower-values-arbitrarily-near",
    items=["L-07", "N-18", "L-18"],
    says="A saddle is a stationary point with higher and lower values at arbitrarily small "
    "distance, as x² − y², x² − y⁴, x² + y³ and x³ − 3xy² have them.",
    given={"distance": gt(r)},
    then=(
        eq(slopes_at_origin()),
        *(gt(value(name, (r, 0)), value(name, (0, 0))) for name in NAMES),
        *(lt(value(name, p), value(name, (0, 0))) for name, p in zip(NAMES, LOWER, strict=True)),
    ),
    repairs="a-saddle-need-not-be-a-maximum-along-a-line",
    scope="the definition is checked on four functions that it must include",
)
witness = {r: 1}
countermodels = {"distance": {r: 0}}


def proof():
    parts = [claim.part(i) for i in range(len(claim.parts()))]
    return conjoin(claim, [certificate(p, d) for p, d in zip(parts, DEGREES, strict=True)])


def certificate(part, degree):
    """The difference of values is the power r^degree."""
    if degree == 0:
        return combine(part, using={})
    if degree % 2:
        return combine(part, using={"distance": r ** (degree - 1)})
    return combine(part, using={}, squares=[(1, r ** (degree // 2))])
