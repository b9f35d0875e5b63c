"""On a circle minima and maxima alternate: half of the critical points are minima, none a saddle.

Morse: minima − maxima = 0 for nondegenerate critical points, as many as there are of either kind.
"""

from provenscape.kernel import Claim, combine, eq, real

minima, maxima, number = real("minima maxima N")

claim = Claim(
    id="critical-points-on-a-circle-are-half-minima",
    items=["N-24", "N-26"],
    says="Of the critical points of a periodic function of one variable exactly half are minima if "
    "none is degenerate, and none is a saddle.",
    given={"morse": eq(minima, maxima), "count": eq(minima + maxima, number)},
    then=eq(2 * minima, number),
    scope="one dimension, random or not; it agrees with 2⁻ⁿ",
)
witness = {minima: 1, maxima: 1, number: 2}
countermodels = {
    "morse": {minima: 2, maxima: 0, number: 2},
    "count": {minima: 1, maxima: 1, number: 3},
}


def proof():
    return combine(claim, using={"morse": 1, "count": 1})
