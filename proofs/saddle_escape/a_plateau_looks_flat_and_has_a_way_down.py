"""Within δ of the saddle |x² − y²| ≤ δ², yet from every point a move along y goes down.

From (x, y) with y ≥ 0 the way down is up the y axis: f(x, y + s) − f(x, y) = −s(2y + s) < 0.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real
from provenscape.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
delta, s = real("delta s")
f = saddle.expression

claim = Claim(
    id="a-plateau-looks-flat-and-has-a-way-down",
    items=["L-27"],
    says="Within δ of the saddle of x² − y² the value differs by at most δ² from that of the "
    "saddle, and from every point there is a direction in which it decreases.",
    given={"near": le(x**2 + y**2, delta**2), "moved": gt(s), "upper_half": ge(y)},
    then=(
        le(f, delta**2),
        ge(f, -(delta**2)),
        lt(f.xreplace({y: y + s}), f),
    ),
    scope="the half-plane y ≥ 0; the other by reflection",
)
witness = {x: 1, y: 1, delta: 2, s: 1}
countermodels = {
    "near": witness | {delta: 0, x: 1, y: 0},
    "moved": witness | {s: 0},
    "upper_half": witness | {y: -1},
}


def proof():
    above = combine(claim.part(0), using={"near": 1}, squares=[(2, y)])
    below = combine(claim.part(1), using={"near": 1}, squares=[(2, x)])
    down = combine(claim.part(2), using={"moved": 2 * y}, squares=[(1, s)])
    return conjoin(claim, [above, below, down])
