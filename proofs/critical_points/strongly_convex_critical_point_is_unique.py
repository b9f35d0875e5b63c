"""A critical point of a strongly convex function lies strictly below every other point.

The strong-convexity inequality f(y) ≥ f(x) + ⟨∇f(x), y − x⟩ + (µ/2)‖y − x‖² at a critical point x
(Nesterov 2004, Section 2.1.3). Two critical points would each lie below the other. That there is
one follows from coercivity.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, real

mu, f_x, f_y, inner, dist2 = real("mu f_x f_y inner dist2")  # ⟨∇f(x), y − x⟩, ‖y − x‖²

claim = Claim(
    id="strongly-convex-critical-point-is-unique",
    items=["E-06"],
    says="A critical point of a strongly convex function lies strictly below every other point: it "
    "is the only critical point and the global minimiser.",
    given={
        "constant": gt(mu),
        "strong_convexity": ge(f_y, f_x + inner + mu * dist2 / 2),
        "critical": eq(inner),
        "elsewhere": gt(dist2),
    },
    then=gt(f_y, f_x),
    repairs="convex-functions-have-a-unique-critical-point",
    scope="every dimension; that there is a critical point follows from coercivity, which is not "
    "checked here",
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
