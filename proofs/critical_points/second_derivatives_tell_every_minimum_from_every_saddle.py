"""Second derivatives do not tell every minimum from every saddle.

x² + y⁴ and x² − y⁴ have one and the same second-order Taylor expansion at the origin, x², with
gradient 0 and Hessian diag(2, 0); the first has a strict minimum there, the second a saddle (claim
semidefinite-singular-hessian-decides-nothing).
"""

from sympy import Add

from provenscape.kernel import Claim, eq, function, gt, refute
from provenscape.models.landscapes import get

minimum, saddle = get("degenerate_minimum"), get("degenerate_saddle")
x, y = minimum.variables
f = function("f", (x, y), minimum.expression)
g = function("g", (x, y), saddle.expression)
SECOND = ((x, x), (x, y), (y, y))

claim = Claim(
    id="second-derivatives-tell-every-minimum-from-every-saddle",
    says="A local minimum and a saddle differ in a second derivative.",
    items={"L-09": "part differ-in-second-derivatives"},
    where={(x, y): "a point at which both functions are stationary"},
    given={
        "f_stationary_x": eq(f.partial(x)),
        "f_stationary_y": eq(f.partial(y)),
        "g_stationary_x": eq(g.partial(x)),
        "g_stationary_y": eq(g.partial(y)),
    },
    then=gt(Add(*((f.partial(*along) - g.partial(*along)) ** 2 for along in SECOND))),
    about="the second-order term at a stationary point",
    scope="for the minimum of f = x² + y⁴ and the saddle of g = x² − y⁴",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
