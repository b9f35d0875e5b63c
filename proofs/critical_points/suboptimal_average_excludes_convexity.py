"""If a solution averaged with its swap gets worse, the objective is not convex.

Convexity at the midpoint bounds the average by the mean of two equal optimal values. This is the
argument of the post with the hypothesis that it needs.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, real

best, swapped, average = real("best swapped average")

claim = Claim(
    id="suboptimal-average-excludes-convexity",
    items=["E-20", "E-21", "E-22"],
    says="If averaging a solution with its swap makes it worse, the symmetric objective violates "
    "the midpoint inequality and is not convex.",
    given={"symmetry": eq(swapped, best), "suboptimal": gt(average, best)},
    then=gt(average, (best + swapped) / 2),
    repairs="symmetric-objectives-are-never-convex",
    scope="values at a solution, its swap and their midpoint; the average is worse whenever all "
    "optima are orderings of one (average-of-orderings-is-no-ordering)",
)
witness = {best: 0, swapped: 0, average: 1}
countermodels = {
    "symmetry": {best: 0, swapped: 2, average: 1},
    "suboptimal": {best: 0, swapped: 0, average: 0},
}


def proof():
    return combine(claim, using={"suboptimal": 1, "symmetry": Rational(-1, 2)})
