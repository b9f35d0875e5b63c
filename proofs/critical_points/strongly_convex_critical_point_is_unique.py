"""A strongly convex function has at most one critical point.

Strong monotonicity of the gradient, ⟨∇f(x) − ∇f(y), x − y⟩ ≥ µ‖x − y‖², at two critical points.
Nesterov (2004), Theorem 2.1.9. That there is one follows from coercivity.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

mu, inner, dist2 = real("mu inner dist2")

claim = Claim(
    id="strongly-convex-critical-point-is-unique",
    items=["E-06"],
    says="A strongly convex function has one critical point, its global minimiser.",
    given={"constant": gt(mu), "strong_convexity": ge(inner, mu * dist2), "critical": eq(inner)},
    then=le(dist2),
    tight=True,
    repairs="convex-functions-have-a-unique-critical-point",
    scope="at most one; existence by coercivity, minimality by "
    "convex-stationary-points-are-global-minima",
)
witness = {mu: 1, inner: 0, dist2: 0}
equality = witness
countermodels = {
    "constant": {mu: 0, inner: 0, dist2: 1},
    "strong_convexity": {mu: 1, inner: 0, dist2: 1},
    "critical": {mu: 1, inner: 1, dist2: 1},
}


def proof():
    return combine(claim, using={"strong_convexity": 1, "critical": -1}, scale=mu)
