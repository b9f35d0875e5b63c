"""A saddle is a stationary point with higher and lower values in every neighbourhood.

This is what remains when a definition may mention neither the Hessian nor lines through the point:
a stationary point that is no local extremum. It includes x² − y², the degenerate x² − y⁴, x² + y³
and the monkey saddle, each shown at points at distance r for every r > 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real
from provenscape.models.landscapes import get

r = real("r")
NAMES = ("quadratic_saddle", "degenerate_saddle", "degenerate_inflection", "monkey_saddle")
f, g, h, k = FUNCTIONS = tuple(
    function(letter, get(name).variables, get(name).expression)
    for letter, name in zip("fghk", NAMES, strict=True)
)
ORIGIN = (0, 0)
LOWER = ((0, r), (0, r), (0, -r), (-r, 0))  # where each function has fallen
DEGREES = (2, 2, 2, 3, 2, 4, 3, 3)  # of the rises and falls, in order

claim = Claim(
    id="saddles-have-higher-and-lower-values-arbitrarily-near",
    says="Read as a stationary point with higher and lower values at every small distance, a "
    "saddle is what x² − y², x² − y⁴, x² + y³ and x³ − 3xy² have at the origin.",
    items={"L-07": "definition"},
    where={r: "a distance from the origin"},
    given={"distance": gt(r)},
    then=(
        *(eq(slope) for one in FUNCTIONS for slope in one.gradient(at=ORIGIN)),
        *(gt(one(r, 0), one(0, 0)) for one in FUNCTIONS),
        *(lt(one(*place), one(0, 0)) for one, place in zip(FUNCTIONS, LOWER, strict=True)),
    ),
    repairs="a-saddle-is-a-maximum-along-a-line",
    scope="the definition is checked on four functions that it must include",
)
witness = {r: 1}
countermodels = {"distance": {r: 0}}


def proof():
    slopes = [combine(claim.part(i), using={}) for i in range(8)]
    moves = [certificate(claim.part(8 + i), degree) for i, degree in enumerate(DEGREES)]
    return conjoin(claim, [*slopes, *moves])


def certificate(part, degree):
    """The difference of values is the power r^degree."""
    if degree % 2:
        return combine(part, using={"distance": r ** (degree - 1)})
    return combine(part, using={}, squares=[(1, r ** (degree // 2))])
