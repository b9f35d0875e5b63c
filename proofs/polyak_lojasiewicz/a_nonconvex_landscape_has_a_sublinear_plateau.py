"""On the non-convex double well descent has no sublinear plateau: its rate becomes linear.

All stationary points of x₁⁴ − 2x₁² + x₂² are nondegenerate, as those of a generic function are. A
curve is sublinear where the share of the gap that a step keeps tends to 1. With steps of 1/20 the
share tends to (1 − 8/20)² = 0.36 at the minimum (1, 0): with u = x₁² − 1 it is (3/5 − 9u/25 +
u²/25)². A plateau that lasts needs a degenerate point (claims quartic-bowl-has-no-linear-rate and
flat-saddle-holds-descent-on-a-plateau).
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, lt, real, refute
from provenscape.models import landscapes

f = landscapes.get("double_well").f
x, y = f.variables
r = real("r")
eta = Rational(1, 20)
after = (x - eta * f.partial(x), y - eta * f.partial(y))

claim = Claim(
    id="a-nonconvex-landscape-has-a-sublinear-plateau",
    says="On a generic non-convex landscape gradient descent slows down to a sublinear rate: in "
    "some neighbourhood of the limit each step keeps at least half of the gap.",
    items={"O-63": "part plateau"},
    where={r: "the radius of a neighbourhood of the minimum (1, 0)"},
    given={"near": lt((x - 1) ** 2 + y**2, r**2)},
    then=ge(f(*after) - f(1, 0), (f(x, y) - f(1, 0)) / 2),
    constants=(r,),
    about="gradient descent without the PL inequality",
    scope="the double well, whose stationary points are all nondegenerate; steps of length 1/20",
)


def refutation():
    return refute(claim, {x: 1 + r / (2 * (1 + r)), y: 0})
