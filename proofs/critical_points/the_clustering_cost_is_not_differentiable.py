"""The clustering cost is not differentiable where a centre meets a point.

With one point at 0 and one centre x, the sum of distances to the nearest centre is |x|. Its
difference quotients at 0 from the right and from the left, |t|/t and −|−t|/t, differ by 2 for every
t > 0; where a function is differentiable they differ by less than 1 for all small t.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, lt, real, refute

t, r, right, left = real("t r right left")

claim = Claim(
    id="the-clustering-cost-is-not-differentiable",
    says="All functions in the post are infinitely differentiable, so that difference quotients "
    "from the right and from the left come closer than 1.",
    items={"E-11": "whole"},
    where={
        t: "a step to the right and to the left of the point",
        r: "the radius of a neighbourhood",
        right: ("the cost with the centre at t", "|t|"),
        left: ("the cost with the centre at −t", "|-t|"),
    },
    given={
        "step": gt(t),
        "near": lt(t, r),
        "right_distance": eq(right**2, t**2),
        "right_nonnegative": ge(right),
        "left_distance": eq(left**2, t**2),
        "left_nonnegative": ge(left),
    },
    then=le(right / t - left / -t, 1),
    constants=(r,),
    about="smoothness of the functions that the post writes out",
    scope="a simplification that the post states of all its functions, against its first example, "
    "the sum of the distances of points to their nearest centre: one point at 0, one centre on a "
    "line",
)


def refutation():
    return refute(claim, {t: r / 2, right: r / 2, left: r / 2})
