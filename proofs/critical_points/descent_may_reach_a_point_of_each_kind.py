"""From elsewhere gradient descent may reach a minimum, a saddle, or, by a long step, a maximum.

The maximum 0 of x⁴ − 2x² is met exactly, from x = 2, by a step of 1/12: the curvature at 2 is 44,
so that this is longer than 2/L. Steps below 2/L lower f wherever the slope is not 0 and so never
come to a maximum that they did not start at (claim descent-does-not-approach-a-maximum); at a point
of any kind that they start at they stay (claim gradient-descent-stays-at-a-stationary-point).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real
from provenscape.models import landscapes

bowl, saddle = landscapes.get("bowl"), landscapes.get("quadratic_saddle")
x, y = bowl.variables
r, s = real("r s")
f = function("f", (x, y), bowl.expression)
g = function("g", (x, y), saddle.expression)
h = function("h", (x,), x**4 - 2 * x**2)
half, twelfth = Rational(1, 2), Rational(1, 12)

claim = Claim(
    id="descent-may-reach-a-point-of-each-kind",
    says="A gradient step of 1/2 leads from everywhere to the minimum of x² + y², and from (x, 0) "
    "to the saddle of x² − y²; a step of 1/12 leads from 2 to the maximum 0 of x⁴ − 2x².",
    items={"O-04": "whole"},
    where={r: "a distance, however small", s: "a displacement from the maximum"},
    given={
        "elsewhere": gt(x**2 + y**2),
        "distance": gt(r),
        "displaced": gt(s**2),
        "near": lt(s**2, 2),
    },
    then=(
        *(eq(v - half * f.partial(v)) for v in (x, y)),
        gt(f(x, y), f(0, 0)),
        *(eq(v - half * g.partial(w, at=(x, 0))) for v, w in ((x, x), (0, y))),
        gt(g(r, 0), g(0, 0)),
        lt(g(0, r), g(0, 0)),
        eq(2 - twelfth * h.partial(x, at=(2,))),
        lt(h(s), h(0)),
    ),
    scope="one example of each kind",
)
witness = {x: 1, y: 1, r: 1, s: 1}
countermodels = {
    "elsewhere": witness | {x: 0, y: 0},
    "distance": witness | {r: 0},
    "displaced": witness | {s: 0},
    "near": witness | {s: 2},
}


def proof():
    multipliers = {
        2: {"elsewhere": 1},
        5: {"distance": r},
        6: {"distance": r},
        8: {"near": s**2},
    }
    return conjoin(claim, [combine(claim.part(i), using=multipliers.get(i, {})) for i in range(9)])
