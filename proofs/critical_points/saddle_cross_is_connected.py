"""x³y³ is stationary on both axes, a connected cross, and takes both signs beside them.

The gradient is 3x²y²(y, x); the value is (xy)³, of the sign of xy. Any two points of the cross are
joined on it by way of the origin.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real
from provenscape.models import landscapes

f = landscapes.get("saddle_cross").f
x, y = f.variables
s, t = real("s t")

claim = Claim(
    id="saddle-cross-is-connected",
    says="Saddle points can form a connected set: our function x³y³ is stationary on two "
    "crossing lines, and beside them has the sign of xy, so both signs near each of their points.",
    items={"E-53": "instance"},
    where={(s, t): "the coordinates of a point off the axes"},
    given={"on_an_axis": eq(x * y, 0), "off_one": gt(s**2), "off_the_other": gt(t**2)},
    then=(eq(f.partial(x)), eq(f.partial(y)), gt(s * t * f(s, t))),
    scope="x³y³ on the plane: our function for a picture that was not seen",
)
witness = {x: 1, y: 0, s: 1, t: 1}
countermodels = {
    "on_an_axis": {x: 1, y: 1, s: 1, t: 1},
    "off_one": {x: 1, y: 0, s: 0, t: 1},
    "off_the_other": {x: 1, y: 0, s: 1, t: 0},
}


def proof():
    along_x = combine(claim.part(0), using={"on_an_axis": 3 * x * y**2})
    along_y = combine(claim.part(1), using={"on_an_axis": 3 * x**2 * y})
    beside = combine(claim.part(2), using={"off_one": s**2 * t**4})
    return conjoin(claim, [along_x, along_y, beside])
