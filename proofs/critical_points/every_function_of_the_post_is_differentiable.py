"""The post assumes smooth functions, and its first example is not one: clustering has ties.

Take the two points ±1 and two centres. The sum of the distances of the points to their nearest
centre, with the centres at t and −t, |t| < 1, is 2 − 2|t|: where the centres meet each point has
two nearest ones. The difference quotients at t = 0 are −2 from the right and 2 from the left, while
those of a differentiable function come closer than 1 to each other for small t. The squared
distances of k-means, 2(1 − |t|)², have the same kink.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, lt, real, refute

t, r, nearest = real("t r nearest")
cost, cost_at_tie = 2 * nearest, 2

claim = Claim(
    id="every-function-of-the-post-is-differentiable",
    says="All functions of the post are infinitely differentiable, so that difference quotients "
    "from the right and from the left come closer than 1: those of the clustering cost as well.",
    items={"E-11": "whole"},
    where={
        t: "the centres are at t and −t, at −t and t for the step to the left: one cost",
        r: "the radius of a neighbourhood of the tie t = 0",
        nearest: "the distance of the point 1, and of −1, to its nearest centre",
    },
    given={
        "step": gt(t),
        "near": lt(t, r),
        "a_distance": eq((nearest**2 - (1 - t) ** 2) * (nearest**2 - (1 + t) ** 2)),
        "not_negative": ge(nearest),
        "not_farther_than_one": le(nearest**2, (1 - t) ** 2),
        "not_farther_than_the_other": le(nearest**2, (1 + t) ** 2),
    },
    then=le(((cost - cost_at_tie) / -t - (cost - cost_at_tie) / t) ** 2, 1),
    constants=(r,),
    about="smoothness of the functions that the post writes out",
    scope="an inconsistency of the post: it assumes this of all its functions for simplicity, and "
    "the sum of distances to the nearest centre is its first example; points ±1, two centres",
)


def refutation():
    s = r / (1 + 2 * r)
    return refute(claim, {t: s, nearest: 1 - s})
