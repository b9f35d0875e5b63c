"""A convex objective can be symmetric and minimised at distinct components: (x₁ + x₂ − 3)².

It is minimised at the pair (1, 2) and at its swap, and also at their average (3/2, 3/2). As the
square of a linear function it is convex: the midpoint inequality at the pairs s and t has the gap
(s₁ + s₂ − t₁ − t₂)²/4.
"""

from provenscape.kernel import Claim, combine, function, gt, le, real, refute

x1, x2, a1, a2, b1, b2, c1, c2, d1, d2 = real("x1 x2 a1 a2 b1 b2 c1 c2 d1 d2")
f = function("f", (x1, x2), (x1 + x2 - 3) ** 2)
first, second = (a1 - b1, a2 - b2), (c1 - d1, c2 - d2)
middle = f((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
mean = (f(*first) + f(*second)) / 2

claim = Claim(
    id="symmetric-objectives-are-never-convex",
    says="An objective that swapping its components leaves unchanged, and that is lowest at "
    "distinct ones, lies above a chord somewhere: it is not convex.",
    items={"E-20": "whole", "E-22": "part hence-not-convex"},
    where={
        (a1, a2, b1, b2): "one pair of components, a₁ − b₁ and a₂ − b₂: any real numbers",
        (c1, c2, d1, d2): "another pair of components, c₁ − d₁ and c₂ − d₂",
    },
    given={},
    then=gt(middle, mean),
    constants=(a1, a2, b1, b2, c1, c2, d1, d2),
    about="convexity of an objective with permutation symmetry",
    scope="for (x₁ + x₂ − 3)²: unchanged by the swap, and 0, its lowest value, at (1, 2)",
)


def refutation():
    square = (sum(first) - sum(second)) / 2
    convex = combine(claim.lemma("convex", {}, le(middle, mean)), {}, [(1, square)])
    return refute(claim, {}, convex)
