"""The sections of x² − y² are a convex and a concave parabola.

Along x it is z = x², convex, of curvature 2 and lowest at 0; along y it is z = −y², concave, of
curvature −2 and highest at 0. Convexity is the midpoint inequality, with gap (a − b)²/4. A horse
saddle has this shape: up front to back, down side to side.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
a, b, c = real("a b c")
middle = (a + b) / 2

claim = Claim(
    id="saddle-sections-are-convex-and-concave",
    says="Along x, x² − y² is z = x², convex with its minimum at 0 and positive curvature; along y "
    "it is z = −y², concave with its maximum at 0 and negative curvature.",
    items={
        "L-08": "instance",
        "L-14": "instance",
        "L-15": "whole",
        "E-07": "part lower-value",
    },
    where={(a, b): "two places on a section", c: "a place on a section other than 0"},
    given={"displaced": gt(c**2)},
    then=(
        eq(f(a, 0), a**2),
        eq(f(0, b), -(b**2)),
        gt(f(c, 0), f(0, 0)),
        lt(f(0, c), f(0, 0)),
        le(f(middle, 0), (f(a, 0) + f(b, 0)) / 2),
        ge(f(0, middle), (f(0, a) + f(0, b)) / 2),
        gt(f.partial(x, x, at=(a, 0))),
        lt(f.partial(y, y, at=(0, b)), 0),
    ),
    scope="the saddle x² − y², whose sections the module prints; our function for a horse saddle "
    "and for the surface, which was not seen",
)
witness = {a: 1, b: 0, c: 1}
countermodels = {"displaced": {a: 1, b: 0, c: 0}}
points = [{a: 1, b: 2, c: 1}]


def proof():
    part, quarter = claim.part, Rational(1, 4)
    return conjoin(
        claim,
        [
            combine(part(0), using={}),
            combine(part(1), using={}),
            combine(part(2), using={"displaced": 1}),
            combine(part(3), using={"displaced": 1}),
            combine(part(4), using={}, squares=[(quarter, a - b)]),
            combine(part(5), using={}, squares=[(quarter, a - b)]),
            combine(part(6), using={}, squares=[(2, 1)]),
            combine(part(7), using={}, squares=[(2, 1)]),
        ],
    )
