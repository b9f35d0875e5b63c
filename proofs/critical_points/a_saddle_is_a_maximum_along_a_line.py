"""A saddle point need not be a maximum along any line.

The origin of x² + y³ is stationary, with higher and lower values arbitrarily near, so neither a
minimum nor a maximum. If it were a maximum along a line, then no two values on the line near it
would have a mean above f(0, 0). But on each line there are two such: at the distances rc/(2(c + d))
forwards and rd/(2(c + d)) backwards, with S = (c − d)², the sum of the values is
r²((1 − S)²(c² + d²)/4 + rS²(c² + cd + d²)/(c + d))/(c + d)², and S cannot be 0 and 1 at once.
"""

from provenscape.kernel import Claim, combine, eq, gt, le, lt, real, refute
from provenscape.models import landscapes

f = landscapes.get("degenerate_inflection").f
x, y = f.variables
c, d, r, t, u = real("c d r t u")
S = (c - d) ** 2
direction = (1 - S, 2 * (c - d))


def on_the_line(distance):
    return f(*(distance * component for component in direction))


claim = Claim(
    id="a-saddle-is-a-maximum-along-a-line",
    says="A saddle is a minimum in some directions and a maximum in others: there is a line on "
    "which no two values near the saddle have a mean above the saddle's value.",
    items={"L-07": "whole"},
    where={
        (c, d): "the line has the direction (1 − s², 2s) with s = c − d; every line has such a one",
        r: "the radius of a neighbourhood of the origin",
        (t, u): "two places on the line",
    },
    given={
        "stationary_x": eq(f.partial(x, at=(0, 0))),
        "stationary_y": eq(f.partial(y, at=(0, 0))),
        "near": lt(t**2, r**2),
        "near_too": lt(u**2, r**2),
    },
    then=le(on_the_line(t) + on_the_line(u), 2 * f(0, 0)),
    constants=(c, d, r),
    scope="x² + y³ and all lines through its saddle, the origin; a direction counts with both its "
    "senses, as in the document's own cross sections",
)


def refutation():
    forwards, backwards = r * c / (2 * (c + d)), -r * d / (2 * (c + d))
    first = r**2 * (c**2 + d**2) / (4 * (c + d) ** 2)
    second = r**3 * (c**2 + c * d + d**2) / (c + d) ** 3
    above = combine(
        claim.lemma(
            "a mean above the saddle",
            {"c": gt(c), "d": gt(d), "r": gt(r)},
            gt(on_the_line(forwards) + on_the_line(backwards), 2 * f(0, 0)),
        ),
        using={},
        squares=[
            (first + second, S - first / (first + second)),
            (first * second / (first + second), 1),
        ],
    )
    return refute(claim, {t: forwards, u: backwards}, above)
