"""x³ − 3xy² has gradient and Hessian 0 at the origin, three ways down and three ways up.

In direction (cos a, sin a) it is t³ cos 3a; shown along (−1, 0), (1, 1), (1, −1), which go down,
and (1, 0), (−1, 1), (−1, −1), which go up.
"""

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia, lt, real
from provenscape.models import landscapes

f = landscapes.get("monkey_saddle").f
x, y = f.variables
t = real("t")
ORIGIN = (0, 0)
DOWN, UP = ((-1, 0), (1, 1), (1, -1)), ((1, 0), (-1, 1), (-1, -1))

claim = Claim(
    id="monkey-saddle-has-three-ways-down",
    says="The monkey saddle has gradient and Hessian 0 at the origin, and falls along three "
    "directions and rises along three.",
    items={"E-52": "whole", "E-55": "instance"},
    where={t: "a displacement from the origin, along any of the six directions"},
    given={"off_the_origin": gt(t)},
    then=(
        *(lt(f(a * t, b * t), f(0, 0)) for a, b in DOWN),
        *(gt(f(a * t, b * t), f(0, 0)) for a, b in UP),
        eq(f.partial(x, at=ORIGIN)),
        eq(f.partial(y, at=ORIGIN)),
        Inertia(f.hessian(ORIGIN), 0, 0, 2),
    ),
    scope="x³ − 3xy², the standard monkey saddle",
)
witness = {t: 1}
countermodels = {"off_the_origin": {t: 0}}


def proof():
    factors = [t**2, 2 * t**2, 2 * t**2] * 2
    values = [
        combine(claim.part(i), using={"off_the_origin": factor}) for i, factor in enumerate(factors)
    ]
    level = [combine(claim.part(i), using={}) for i in (6, 7)]
    return conjoin(claim, [*values, *level, inertia(claim.part(8))])
