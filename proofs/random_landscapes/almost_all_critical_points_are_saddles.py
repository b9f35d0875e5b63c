"""Σ aᵢxᵢ²/(1 + xᵢ²), aᵢ > 0 random, has one critical point in every dimension: its minimum.

Each coordinate of a critical point is stationary for f = ax²/(1 + x²), whose derivative
2ax/(1 + x²)² vanishes at 0 alone. There the curvature is 2a > 0, so that a saddle has a coordinate
other than 0, by reflection a positive one. f is not convex: its curvature is negative for x² > 1/3.
"""

from provenscape.kernel import Claim, eq, function, gt, real, refute

x, a, h = real("x a h")
f = function("f", (x,), a * x**2 / (1 + x**2))

claim = Claim(
    id="almost-all-critical-points-are-saddles",
    says="In high dimension almost all critical points of a non-convex function, random or not, "
    "are saddles: here, where 0 is a minimum, there would be another critical point.",
    items={"N-03": "whole", "N-26": "whole"},
    where={
        h: "the coordinate of a critical point other than 0",
        a: "the weight of that coordinate",
    },
    given={"weight": gt(a)},
    then=eq(f.partial(x, at=(h,))),
    parameters=(a,),
    constants=(h,),
    about="the share of saddles among critical points",
    scope="Σ aᵢxᵢ²/(1 + xᵢ²) in any number of variables, whatever the positive aᵢ; coordinates "
    "below 0 by reflection",
)


def refutation():
    return refute(claim, {a: 1})
