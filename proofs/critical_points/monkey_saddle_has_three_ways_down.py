"""x³ − 3xy² has Hessian 0 at its only stationary point, three ways down and three ways up.

In direction (cos a, sin a) it is t³ cos 3a; shown along (−1, 0), (1, 1), (1, −1), which go down,
and (1, 0), (−1, 1), (−1, −1), which go up.
"""

from sympy import ImmutableMatrix

from provenscape.kernel import Claim, Inertia, combine, conjoin, gt, inertia, lt, real
from provenscape.models import landscapes

monkey = landscapes.get("monkey_saddle")
x, y = monkey.variables
t = real("t")
down, up = ((-1, 0), (1, 1), (1, -1)), ((1, 0), (-1, 1), (-1, -1))


def along(direction):
    return monkey.expression.xreplace({x: direction[0] * t, y: direction[1] * t})


flat = ImmutableMatrix(monkey.hessian.xreplace({x: 0, y: 0}))

claim = Claim(
    id="monkey-saddle-has-three-ways-down",
    items=["E-52", "E-55"],
    says="The monkey saddle has a zero Hessian, and falls in three directions and rises in three.",
    given={"off_the_origin": gt(t)},
    then=(
        *(lt(along(d)) for d in down),
        *(gt(along(d)) for d in up),
        Inertia(flat, 0, 0, 2),
    ),
    scope="x³ − 3xy², the standard monkey saddle; the figure gives no formula",
)
witness = {t: 1}
countermodels = {"off_the_origin": {t: 0}}


def proof():
    factors = [t**2, 2 * t**2, 2 * t**2] * 2
    values = [
        combine(claim.part(i), using={"off_the_origin": factor}) for i, factor in enumerate(factors)
    ]
    return conjoin(claim, [*values, inertia(claim.part(6))])
