"""A strongly convex f has a critical point: beyond 2‖∇f(x)‖/µ of x it is higher than at x.

f(y) ≥ f(x) − ‖∇f(x)‖d + µd²/2 > f(x) for all y at a distance d > 2‖∇f(x)‖/µ from x. So the least
value of f on that closed ball, which it attains, is its least value at all, and where f is least
its gradient vanishes. A convex function need not have any: eˣ has none (claim
convex-functions-have-a-critical-point).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, real

mu, f_x, f_y, inner, grad, dist = real("mu f_x f_y inner grad dist")

claim = Claim(
    id="strongly-convex-functions-have-a-critical-point",
    says="For a strongly convex f, f(y) > f(x) for all x and y with |y − x| > 2‖∇f(x)‖/µ; so f "
    "attains its least value, at a critical point.",
    items={"E-06": "part there-is-one"},
    where={
        mu: "the constant of strong convexity",
        f_x: ("the value at a point x", "f(x)"),
        f_y: ("the value at another point y", "f(y)"),
        inner: ("the slope at x towards y", r"\langle \nabla f(x), y-x \rangle"),
        grad: ("the gradient norm at x", r"\|\nabla f(x)\|"),
        dist: ("the distance of the two", r"\|y-x\|"),
    },
    given={
        "distance": gt(dist),
        "strong_convexity": ge(f_y, f_x + inner + mu * dist**2 / 2),
        "cauchy_schwarz": ge(inner, -grad * dist),
        "far": gt(mu * dist, 2 * grad),
    },
    then=gt(f_y, f_x),
    bridges=("extreme-value-theorem", "first-order-necessary-condition"),
    repairs="convex-functions-have-a-critical-point",
    about="the critical points of a convex function",
    scope="every dimension; strong convexity of differentiable functions, as it is defined",
)
witness = {mu: 2, f_x: 0, f_y: 8, inner: -1, grad: 1, dist: 3}
countermodels = {
    "strong_convexity": witness | {f_y: 0},
    "cauchy_schwarz": witness | {inner: -9, f_y: 0},
    "far": {mu: 2, f_x: 0, f_y: 0, inner: -1, grad: 1, dist: 1},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"strong_convexity": 1, "cauchy_schwarz": 1, "far": dist * half})
