"""A local minimum is a point where f is no higher than at all neighbouring points.

The weak inequality takes in the floor of the valley ½x₁² as well as the bottom of the bowl, and
leaves out the origin of x² − y², near which there are lower values. A definition on examples: there
is nothing to prove.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, gt, lt
from provenscape.models import landscapes

bowl, saddle = landscapes.get("bowl"), landscapes.get("quadratic_saddle")
valley = landscapes.least_squares([[1, 0]], [0])
x1, x2 = valley.variables
x, y = bowl.variables
f = function("f", (x1, x2), valley.expression)
g = function("g", (x, y), bowl.expression)
h = function("h", (x, y), saddle.expression)

claim = Claim(
    id="a-local-minimum-is-no-higher-than-its-neighbours",
    says="A local minimum is a point where f is no higher than at its neighbours: the origin is "
    "one of ½x₁² and of x² + y², and none of x² − y².",
    items={"L-05": "definition"},
    given={"displaced": gt(y**2)},
    then=(ge(f(x1, x2), f(0, 0)), ge(g(x, y), g(0, 0)), lt(h(0, y), h(0, 0))),
    repairs="a-local-minimum-is-lower-than-its-neighbours",
    scope="the definition on three functions at the origin",
)
witness = {x1: 0, x2: 1, x: 0, y: 1}
countermodels = {"displaced": witness | {y: 0}}


def proof():
    floor = combine(claim.part(0), using={}, squares=[(Rational(1, 2), x1)])
    bottom = combine(claim.part(1), using={}, squares=[(1, x), (1, y)])
    return conjoin(claim, [floor, bottom, combine(claim.part(2), using={"displaced": 1})])
