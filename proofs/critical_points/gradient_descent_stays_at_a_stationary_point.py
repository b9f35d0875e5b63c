"""Started at a stationary point of any kind, gradient descent does not move.

The definition of a step, unfolded. So the minimum of x² + y², the saddle of x² − y², the maximum of
−x² − y² and the degenerate saddle of x² − y⁴ are all possible resting points. What kinds are
reached from elsewhere is another matter (claim descent-may-reach-a-point-of-each-kind).
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real
from provenscape.models import landscapes

place, following, eta, slope, r = real("place following eta slope r")
kinds = ("bowl", "quadratic_saddle", "cap", "degenerate_saddle")
x, y = landscapes.get("bowl").variables
functions = [
    function(name, (x, y), landscapes.get(kind).expression)
    for name, kind in zip("fghq", kinds, strict=True)
]
ORIGIN = (0, 0)
f, g, h, q = functions

claim = Claim(
    id="gradient-descent-stays-at-a-stationary-point",
    says="A gradient step that starts at a stationary point stays there; the minimum of x² + y², "
    "the saddle of x² − y², the maximum of −x² − y² and the degenerate saddle of x² − y⁴ are "
    "such points.",
    items={"E-05": "whole", "O-20": "instance"},
    where={
        place: ("a coordinate of the point", "x_i"),
        following: ("that coordinate after the step", "x_i^+"),
        eta: "the step length",
        slope: ("the derivative along that coordinate", r"\partial_i f(x)"),
        r: "a distance, however small",
    },
    given={
        "step": eq(following, place - eta * slope),
        "stationary": eq(slope, 0),
        "elsewhere": gt(x**2 + y**2),
        "distance": gt(r),
    },
    then=(
        eq(following, place),
        *(eq(each.partial(v, at=ORIGIN), 0) for each in functions for v in (x, y)),
        gt(f(x, y), f(0, 0)),
        gt(g(r, 0), g(0, 0)),
        lt(g(0, r), g(0, 0)),
        lt(h(x, y), h(0, 0)),
        gt(q(r, 0), q(0, 0)),
        lt(q(0, r), q(0, 0)),
    ),
    scope="each coordinate; of the four kinds one example each",
)
witness = {place: 1, following: 1, eta: 1, slope: 0, x: 1, y: 0, r: 1}
countermodels = {
    "step": witness | {following: 2},
    "stationary": witness | {slope: 1, following: 0},
    "elsewhere": witness | {x: 0},
    "distance": witness | {r: 0},
}


def proof():
    stays = combine(claim.part(0), using={"step": 1, "stationary": -eta})
    level = [combine(claim.part(i), using={}) for i in range(1, 9)]
    multipliers = (
        {"elsewhere": 1},
        {"distance": r},
        {"distance": r},
        {"elsewhere": 1},
        {"distance": r},
        {"distance": r**3},
    )
    kinds = [combine(claim.part(i), using=using) for i, using in enumerate(multipliers, 9)]
    return conjoin(claim, [stays, *level, *kinds])
