"""A convex objective can be symmetric and minimised at distinct components: (x₁ + x₂ − 3)².

It is minimised at the pair (1, 2) and at its swap, and also at their average (3/2, 3/2).
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, real, refute

x1, x2 = real("x1 x2")
objective = (x1 + x2 - 3) ** 2
average = Rational(3, 2)

claim = Claim(
    id="symmetric-objectives-are-never-convex",
    items=["E-20"],
    says="A permutation-symmetric objective minimised at distinct components is never convex, "
    "since averaging a solution with its swap is worse.",
    given={},
    then=gt(objective.xreplace({x1: average, x2: average}), objective.xreplace({x1: 1, x2: 2})),
    scope="the convex objective (x₁ + x₂ − 3)², the solution (1, 2)",
)


def refutation():
    return refute(claim, {})
