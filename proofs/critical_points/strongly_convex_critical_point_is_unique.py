"""A critical point of a strongly convex function lies strictly below every other point.

The strong-convexity inequality f(y) ≥ f(x) + ⟨∇f(x), y − x⟩ + (µ/2)‖y − x‖² at a critical point x
(Nesterov 2004, Section 2.1.3). Two critical points would each lie below the other.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, real

mu, f_x, f_y, inner, dist2 = real("mu f_x f_y inner dist2")

claim = Claim(
    id="strongly-convex-critical-point-is-unique",
    says="A critical point of a strongly convex function lies strictly below every other point: it "
    "is the only critical point and the global minimiser.",
    items={"E-06": "part at-most-one"},
    where={
        mu: "the constant of strong convexity",
        f_x: ("the value at the critical point x", "f(x)"),
        f_y: ("the value at another point y", "f(y)"),
        inner: ("the slope at x towards y", r"\langle \nabla f(x), y-x \rangle"),
        dist2: ("the squared distance of the two", r"\|y-x\|^2"),
    },
    given={
        "constant": gt(mu),
        "strong_convexity": ge(f_y, f_x + inner + mu * dist2 / 2),
        "critical": eq(inner),
        "elsewhere": gt(dist2),
    },
    then=gt(f_y, f_x),
    repairs="convex-functions-have-a-unique-critical-point",
    about="the critical points of a convex function",
    scope="every dimension; differentiable functions, strongly convex on the whole space",
)
witness = {mu: 2, f_x: 0, f_y: 1, inner: 0, dist2: 1}
countermodels = {
    "constant": {mu: 0, f_x: 0, f_y: 0, inner: 0, dist2: 1},
    "strong_convexity": {mu: 2, f_x: 0, f_y: 0, inner: 0, dist2: 1},
    "critical": {mu: 2, f_x: 0, f_y: 0, inner: -1, dist2: 1},
    "elsewhere": {mu: 2, f_x: 0, f_y: 0, inner: 0, dist2: 0},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"strong_convexity": 1, "critical": 1, "elsewhere": half * mu})
