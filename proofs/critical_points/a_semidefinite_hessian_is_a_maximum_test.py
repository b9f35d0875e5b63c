"""A negative semidefinite Hessian does not make a stationary point a local maximum.

The Hessian of the monkey saddle x³ − 3xy² vanishes at the origin, hence is ⪯ 0, yet f rises along
the x axis as near to the origin as one likes.
"""

from provenscape.kernel import Claim, eq, le, lt, real, refute
from provenscape.models.landscapes import get

f = get("monkey_saddle").f
x, y = f.variables
low, high, s, t, r = real("low high s t r")
along_x, across, along_y = f.partial(x, x), f.partial(x, y), f.partial(y, y)

claim = Claim(
    id="a-semidefinite-hessian-is-a-maximum-test",
    says="A stationary point with H ⪯ 0 is a local maximum.",
    items={"O-17": "whole"},
    where={
        (x, y): "a stationary point",
        low: ("the lower eigenvalue of the Hessian there", r"\lambda_1"),
        high: ("the higher eigenvalue of the Hessian there", r"\lambda_2"),
        r: "the radius of a neighbourhood",
        (s, t): "a displacement from the point",
    },
    given={
        "stationary_x": eq(f.partial(x)),
        "stationary_y": eq(f.partial(y)),
        "trace": eq(low + high, along_x + along_y),
        "determinant": eq(low * high, along_x * along_y - across**2),
        "ordered": le(low, high),
        "semidefinite": le(high, 0),
        "near": lt(s**2 + t**2, r**2),
    },
    then=le(f(x + s, y + t), f(x, y)),
    parameters=(x, y, low, high),
    constants=(r,),
    about="a test for a maximum by the Hessian",
    scope="for the monkey saddle x³ − 3xy²",
)


def refutation():
    return refute(claim, {x: 0, y: 0, low: 0, high: 0, s: r / 2, t: 0})
