"""(x² + y² − 1)³ is stationary on the unit circle, higher outside it and lower inside.

With h = x² + y² − 1 the gradient 6h²(x, y) vanishes where h = 0 and f = h³ has the sign of h: every
point of the circle is a saddle with f = 0, and the circle is connected.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models import landscapes

ring = landscapes.get("saddle_ring")
x, y = ring.variables
a, b = real("a b")  # a point outside, a point inside
level = x**2 + y**2 - 1


def value(point):
    return ring.expression.xreplace({x: point, y: 0})


claim = Claim(
    id="saddle-ring-is-connected",
    items=["E-53", "E-55"],
    says="Saddle points can form a connected set: a circle of stationary points with higher values "
    "outside and lower values inside.",
    given={"on_the_circle": eq(level), "outside": gt(a**2, 1), "inside": lt(b**2, 1)},
    then=(eq(ring.gradient[0]), eq(ring.gradient[1]), gt(value(a)), lt(value(b))),
    scope="values on the x-axis, hence on every ray, by rotation",
)
witness = {x: 1, y: 0, a: 2, b: 0}
countermodels = {
    "on_the_circle": {x: 1, y: 1, a: 2, b: 0},
    "outside": {x: 1, y: 0, a: 0, b: 0},
    "inside": {x: 1, y: 0, a: 2, b: 1},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"on_the_circle": 6 * x * level}),
            combine(claim.part(1), using={"on_the_circle": 6 * y * level}),
            combine(claim.part(2), using={"outside": (a**2 - 1) ** 2}),
            combine(claim.part(3), using={"inside": (b**2 - 1) ** 2}),
        ],
    )
