"""If a solution averaged with its swap gets worse, the objective is not convex.

Convexity at the midpoint bounds the average by the mean of two equal optimal values: a definition
unfolded. This is the argument of the post with the hypothesis that it needs.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, real

best, swapped, average = real("best swapped average")

claim = Claim(
    id="suboptimal-average-excludes-convexity",
    says="If averaging a solution with its swap makes it worse, the symmetric objective violates "
    "the midpoint inequality and is not convex.",
    items={"E-20": "whole", "E-22": "part hence-not-convex"},
    where={
        best: ("the objective at a solution", r"f(x_1,x_2,\dots)"),
        swapped: ("the objective at its swap", r"f(x_2,x_1,\dots)"),
        average: (
            "the objective at their average",
            r"f(\tfrac{x_1+x_2}{2},\tfrac{x_1+x_2}{2},\dots)",
        ),
    },
    given={"symmetry": eq(swapped, best), "suboptimal": gt(average, best)},
    then=gt(average, (best + swapped) / 2),
    repairs="symmetric-objectives-are-never-convex",
    about="convexity of an objective with permutation symmetry",
    scope="any number of components in any dimension, two of them swapped",
)
witness = {best: 0, swapped: 0, average: 1}
countermodels = {
    "symmetry": {best: 0, swapped: 2, average: 1},
    "suboptimal": {best: 0, swapped: 0, average: 0},
}


def proof():
    return combine(claim, using={"suboptimal": 1, "symmetry": Rational(-1, 2)})
