"""x³y³ is stationary on both axes, a connected cross, and takes both signs beside them.

The gradient is 3x²y²(y, x); the value is (xy)³, of the sign of xy.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models import landscapes

cross = landscapes.get("saddle_cross")
x, y = cross.variables
s, t = real("s t")


def value(first, second):
    return cross.expression.xreplace({x: first, y: second})


claim = Claim(
    id="saddle-cross-is-connected",
    items=["E-53"],
    says="Saddle points can form a connected set: two crossing lines of stationary points.",
    given={"on_an_axis": eq(x * y), "right": gt(s), "above": gt(t)},
    then=(eq(cross.gradient[0]), eq(cross.gradient[1]), gt(value(s, t)), lt(value(s, -t))),
    scope="values in two quadrants; the other two have the same by symmetry",
)
witness = {x: 1, y: 0, s: 1, t: 1}
countermodels = {
    "on_an_axis": {x: 1, y: 1, s: 1, t: 1},
    "right": {x: 1, y: 0, s: 0, t: 1},
    "above": {x: 1, y: 0, s: 1, t: 0},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"on_an_axis": 3 * x * y**2}),
            combine(claim.part(1), using={"on_an_axis": 3 * x**2 * y}),
            combine(claim.part(2), using={"right": s**2 * t**3}),
            combine(claim.part(3), using={"right": s**2 * t**3}),
        ],
    )
