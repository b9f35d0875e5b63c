"""Σ (xᵢ² + aᵢ sin²xᵢ), aᵢ random in [0, 3], has one critical point in every dimension: its minimum.

Each coordinate of a critical point is stationary for f = x² + a sin²x. For a = 3 that is 0 alone
(claim sine-bowl-is-pl), so that x + 3 sin x cos x has the sign of x, and hence so has
x + a sin x cos x. A saddle has a negative curvature, so that the least of all is negative; at 0
all are 2 + 2a > 0. For a > 1 the function is not convex.
"""

from sympy import sin

from provenscape.kernel import Claim, eq, function, ge, le, lt, real, refute

x, a = real("x a")
f = function("f", (x,), x**2 + a * sin(x) ** 2)

claim = Claim(
    id="almost-all-critical-points-are-saddles",
    says="In high dimension almost all critical points of a non-convex function, random or not, "
    "are saddles.",
    items={"N-03": "whole", "N-26": "whole"},
    where={
        x: "the coordinate of a critical point along which the curvature is least",
        a: "the weight of that coordinate's wave",
    },
    given={"lower": ge(a), "upper": le(a, 3), "stationary": eq(f.partial(x))},
    then=lt(f.partial(x, x), 0),
    about="the share of saddles among critical points",
    scope="Σ (xᵢ² + aᵢ sin²xᵢ) in any number of variables, whatever the aᵢ; the point at which it "
    "fails, x = 0 in all coordinates, is the only critical point",
)


def refutation():
    return refute(claim, {x: 0, a: 3})
