"""Σ (xᵢ² + aᵢ sin²xᵢ), aᵢ random in [0, 3], has one critical point in every dimension: its minimum.

Each coordinate of a stationary point is stationary for x² + a sin²x. For a = 3 that is 0 alone
(claim sine-bowl-is-pl), so that x + 3 sin x cos x has the sign of x, and hence so has
x + a sin x cos x. All curvatures at 0 are 2 + 2a > 0, while a saddle has a negative one; for a > 1
the function is not convex. Gaussian landscapes in a strong enough bowl are alike (Fyodorov &
Williams 2007).
"""

from sympy import cos, sin

from provenscape.kernel import Claim, eq, ge, le, lt, real, refute

x, a = real("x a")

claim = Claim(
    id="almost-all-critical-points-are-saddles",
    items=["N-03", "N-26"],
    says="In high dimension almost all critical points of a non-convex function, random or not, "
    "are saddles.",
    given={
        "lower": ge(a),
        "upper": le(a, 3),
        "stationary": eq(2 * x + 2 * a * sin(x) * cos(x)),
    },
    then=lt(2 + 2 * a * (cos(x) ** 2 - sin(x) ** 2), 0),
    scope="Σ (xᵢ² + aᵢ sin²xᵢ) in any number of variables, whatever the aᵢ; slope and curvature "
    "along one coordinate, the same for all",
)


def refutation():
    return refute(claim, {x: 0, a: 3})
