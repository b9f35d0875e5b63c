"""(x² + y² − 1)³ is stationary on the unit circle, higher outside it and lower inside.

With h = x² + y² − 1 the gradient 6h²(x, y) vanishes where h = 0, and so does the Hessian; f = h³
has the sign of h. So every point of the circle is a degenerate saddle.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models import landscapes

f = landscapes.get("saddle_ring").f
x, y = f.variables
a, b, c, d = real("a b c d")
level = x**2 + y**2 - 1

claim = Claim(
    id="saddle-ring-is-connected",
    says="Degenerate saddle points can form a connected set: our function (x² + y² − 1)³ has "
    "gradient and Hessian 0 on the whole unit circle, with higher values outside it and lower ones "
    "inside.",
    items={"E-53": "instance", "E-55": "instance"},
    where={
        (x, y): "a point of the circle",
        (a, b): "a point outside the circle",
        (c, d): "a point inside the circle",
    },
    given={
        "on_the_circle": eq(x**2 + y**2, 1),
        "outside": gt(a**2 + b**2, 1),
        "inside": lt(c**2 + d**2, 1),
    },
    then=(
        *map(eq, f.gradient()),
        eq(f.partial(x, x)),
        eq(f.partial(x, y)),
        eq(f.partial(y, y)),
        gt(f(a, b), f(x, y)),
        lt(f(c, d), f(x, y)),
    ),
    scope="(x² + y² − 1)³: our function for a picture that was not seen",
)
witness = {x: 1, y: 0, a: 2, b: 0, c: 0, d: 0}
countermodels = {
    "on_the_circle": witness | {y: 1},
    "outside": witness | {a: 0},
    "inside": witness | {c: 1},
}


def proof():
    multipliers = (
        6 * x * level,
        6 * y * level,
        6 * level + 24 * x**2,
        24 * x * y,
        6 * level + 24 * y**2,
    )
    flat = [
        combine(claim.part(i), using={"on_the_circle": factor})
        for i, factor in enumerate(multipliers)
    ]
    higher = combine(
        claim.part(5), using={"outside": (a**2 + b**2 - 1) ** 2, "on_the_circle": -(level**2)}
    )
    lower = combine(
        claim.part(6), using={"inside": (c**2 + d**2 - 1) ** 2, "on_the_circle": level**2}
    )
    return conjoin(claim, [*flat, higher, lower])
