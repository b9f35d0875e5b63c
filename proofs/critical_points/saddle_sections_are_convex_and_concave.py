"""The sections of x² − y² are a convex and a concave parabola.

Along x it is z = x², convex, of curvature 2 and lowest at 0; along y it is z = −y², concave, of
curvature −2 and highest at 0. Convexity is the midpoint inequality, with gap (a − b)²/4. A horse
saddle has this shape: up front to back, down side to side.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, lt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
a, b = real("a b")  # two places on a section


def along_x(place):
    return saddle.expression.xreplace({x: place, y: 0})


def along_y(place):
    return saddle.expression.xreplace({x: 0, y: place})


middle = (a + b) / 2
claim = Claim(
    id="saddle-sections-are-convex-and-concave",
    items=["L-08", "L-14", "L-15", "E-07"],
    says="x² − y² rises along x, where its section is convex with its minimum at 0, and falls "
    "along y, where it is concave with its maximum at 0.",
    given={"displaced": gt(a**2)},
    then=(
        gt(along_x(a), along_x(0)),
        lt(along_y(a), along_y(0)),
        le(along_x(middle), (along_x(a) + along_x(b)) / 2),
        ge(along_y(middle), (along_y(a) + along_y(b)) / 2),
        gt(along_x(x).diff(x, 2)),
        lt(along_y(y).diff(y, 2), 0),
        eq(along_x(a) - a**2 + along_y(b) + b**2),
    ),
    scope="the saddle x² − y²",
)
witness = {a: 1, b: 0}
countermodels = {"displaced": {a: 0, b: 0}}


def proof():
    part, quarter = claim.part, Rational(1, 4)
    return conjoin(
        claim,
        [
            combine(part(0), using={"displaced": 1}),
            combine(part(1), using={"displaced": 1}),
            combine(part(2), using={}, squares=[(quarter, a - b)]),
            combine(part(3), using={}, squares=[(quarter, a - b)]),
            combine(part(4), using={}, squares=[(2, 1)]),
            combine(part(5), using={}, squares=[(2, 1)]),
            combine(part(6), using={}),
        ],
    )
