"""A convex objective can be symmetric and minimised at distinct components: (x₁ + x₂ − 3)².

It is minimised at the pair (1, 2) and at its swap, and also at their average (3/2, 3/2). As the
square of a linear function it is convex: the midpoint inequality has gap (a₁ + a₂ − b₁ − b₂)²/4.
"""

from provenscape.kernel import Claim, combine, function, gt, le, real, refute

x1, x2, a1, a2, b1, b2 = real("x1 x2 a1 a2 b1 b2")
f = function("f", (x1, x2), (x1 + x2 - 3) ** 2)
middle, mean = f((a1 + b1) / 2, (a2 + b2) / 2), (f(a1, a2) + f(b1, b2)) / 2

claim = Claim(
    id="symmetric-objectives-are-never-convex",
    says="An objective that swapping its components leaves unchanged, and that is lowest at "
    "distinct ones, lies above a chord somewhere: it is not convex.",
    items={"E-20": "whole"},
    where={(a1, a2): "one pair of components", (b1, b2): "another pair of components"},
    given={},
    then=gt(middle, mean),
    constants=(a1, a2, b1, b2),
    about="convexity of an objective with permutation symmetry",
    scope="for (x₁ + x₂ − 3)² at positive components: unchanged by the swap, and 0, its lowest "
    "value, at (1, 2)",
)


def refutation():
    square = (a1 + a2 - b1 - b2) / 2
    convex = combine(claim.lemma("convex", {}, le(middle, mean)), {}, [(1, square)])
    return refute(claim, {}, convex)
