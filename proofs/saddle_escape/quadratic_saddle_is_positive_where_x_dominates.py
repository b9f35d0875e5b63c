"""x² − y² is positive where |x| > |y|, negative where |x| < |y|, and 0 on the two diagonals.

So the blue contours of the picture are the left and right sectors, the red ones the upper and
lower; the saddle lies where the diagonals cross.
"""

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
u = real("u")

claim = Claim(
    id="quadratic-saddle-is-positive-where-x-dominates",
    says="x² − y² is positive in the sectors |x| > |y|, negative in the sectors |x| < |y| and zero "
    "on the diagonals; its saddle is the origin.",
    items={"N-05": "whole"},
    where={u: "a coordinate on a diagonal"},
    given={"sideways": gt(x, y), "rightwards": gt(x, -y)},
    then=(
        gt(f(x, y)),
        gt(f(-x, y)),
        lt(f(y, x), 0),
        lt(f(y, -x), 0),
        eq(f(u, u)),
        eq(f(u, -u)),
        *(eq(slope) for slope in f.gradient((0, 0))),
        Inertia(f.hessian((0, 0)), 1, 1, 0),
    ),
    scope="the right sector x > |y| and its three reflections",
)
witness = {x: 2, y: 1, u: 3}
countermodels = {"sideways": {x: 1, y: 2, u: 0}, "rightwards": {x: 1, y: -2, u: 0}}


def proof():
    signs = [combine(claim.part(i), using={"sideways": x + y}) for i in range(4)]
    diagonals = [combine(claim.part(i), using={}) for i in (4, 5)]
    stationary = [combine(claim.part(i), using={}) for i in (6, 7)]
    return conjoin(claim, [*signs, *diagonals, *stationary, inertia(claim.part(8))])
