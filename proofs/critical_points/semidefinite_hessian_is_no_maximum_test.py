"""A negative semidefinite Hessian does not make a stationary point a local maximum.

The Hessian of the monkey saddle x³ − 3xy² vanishes at the origin, hence is ⪯ 0, yet f rises along
the x axis as near to the origin as one likes.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, lt, real, refute
from provenscape.models.landscapes import get

monkey = get("monkey_saddle")
x, y = monkey.variables  # the stationary point
s, t, r = real("s t r")  # a displacement and the radius of a neighbourhood

claim = Claim(
    id="semidefinite-hessian-is-no-maximum-test",
    items=["O-17"],
    says="Where g = 0 and H ⪯ 0, f has a local maximum.",
    given={
        "stationary_x": eq(monkey.gradient[0]),
        "stationary_y": eq(monkey.gradient[1]),
        "trace_not_positive": le(monkey.hessian.trace(), 0),
        "determinant_not_negative": ge(monkey.hessian.det()),
        "radius": gt(r),
        "near": lt(s**2 + t**2, r**2),
    },
    then=le(monkey.expression.xreplace({x: x + s, y: y + t}), monkey.expression),
    scope="for the monkey saddle x³ − 3xy² at its only stationary point",
    locally=(r,),
)


def refutation():
    return refute(claim, {x: 0, y: 0, s: r / 2, t: 0})
