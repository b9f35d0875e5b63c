"""A local minimum is a point where f is no higher than at all neighbouring points.

The weak inequality takes in the floor of the valley ½x₁² as well as the bottom of the bowl, and
leaves out the origin of x² − y², near which there are lower values.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, lt
from provenscape.models.landscapes import get, least_squares

valley, bowl, saddle = least_squares([[1, 0]], [0]), get("bowl"), get("quadratic_saddle")
x1, x2 = valley.variables
x, y = bowl.variables


def rise(landscape):
    """The value at a point minus the value at the origin."""
    origin = landscape.at((0, 0))
    return landscape.expression - landscape.expression.xreplace(origin)


claim = Claim(
    id="a-local-minimum-is-no-higher-than-its-neighbours",
    items=["L-05"],
    says="A local minimum is a point where f is no higher than at its neighbours; to be lower than "
    "all of them is to be a strict one.",
    given={"displaced": gt(y**2)},
    then=(
        ge(rise(valley)),
        ge(rise(bowl)),
        lt(rise(saddle).xreplace({x: 0}), 0),
    ),
    repairs="a-local-minimum-need-not-be-lower-than-its-neighbours",
    scope="the definition is checked on ½x₁², x² + y² and x² − y² at the origin",
)
witness = {x1: 0, x2: 1, x: 0, y: 1}
countermodels = {"displaced": witness | {y: 0}}


def proof():
    floor = combine(claim.part(0), using={}, squares=[(valley.expression.coeff(x1, 2), x1)])
    bottom = combine(claim.part(1), using={}, squares=[(1, x), (1, y)])
    return conjoin(claim, [floor, bottom, combine(claim.part(2), using={"displaced": 1})])
