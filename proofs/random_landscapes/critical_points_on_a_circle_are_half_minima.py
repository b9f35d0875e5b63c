"""On a circle minima and maxima alternate: half of the critical points are minima, none a saddle.

Morse: minima − maxima = 0 for nondegenerate critical points, as many as there are of either kind;
that is all there is to it.
"""

from provenscape.kernel import Claim, combine, eq, real

minima, maxima, number = real("minima maxima N")

claim = Claim(
    id="critical-points-on-a-circle-are-half-minima",
    says="Of the critical points of a periodic function of one variable exactly half are minima if "
    "none is degenerate, and the others are maxima.",
    items={"N-24": "instance", "N-26": "instance"},
    where={
        (minima, maxima): "how many critical points in a period are minima, and maxima",
        number: "how many critical points there are in a period",
    },
    given={"morse": eq(minima, maxima), "count": eq(minima + maxima, number)},
    then=eq(minima, number / 2),
    facts={"morse": "morse-relation"},
    scope="one dimension, random or not",
)
witness = {minima: 1, maxima: 1, number: 2}
countermodels = {
    "morse": {minima: 2, maxima: 0, number: 2},
    "count": {minima: 1, maxima: 1, number: 3},
}


def proof():
    return combine(claim, using={"morse": 1, "count": 1}, scale=2)
