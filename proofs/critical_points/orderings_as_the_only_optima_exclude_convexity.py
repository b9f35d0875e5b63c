"""If all optima of a symmetric objective are orderings of distinct components, it is not convex.

The average of a solution with its swap is no ordering of it: the sum of the squared norms of its
components is smaller by ½|x₁ − x₂|². So it is no optimum, its value exceeds that of the solution
and of its swap, and the midpoint inequality fails. Symmetry alone is not enough: (x₁ + x₂ − 3)² is
convex (claim symmetric-objectives-are-never-convex); some of its optima are no orderings of (1, 2).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

best, swapped, average, kappa = real("best swapped average kappa")
first2, second2, inner, rest = real("first2 second2 inner rest")
middle2 = (first2 + 2 * inner + second2) / 4
before, after = first2 + second2 + rest, 2 * middle2 + rest

claim = Claim(
    id="orderings-as-the-only-optima-exclude-convexity",
    says="If all optima of an objective with permutation symmetry are orderings of one solution "
    "with x₁ ≠ x₂, the average of the solution with its swap is not optimal, and the objective is "
    "not convex.",
    items={
        "E-20": "whole",
        "E-21": "part likely-suboptimal",
        "E-22": "part hence-not-convex",
    },
    where={
        best: ("the objective at an optimal solution", r"f(x_1,x_2,\dots)"),
        swapped: ("the objective at its swap", r"f(x_2,x_1,\dots)"),
        average: (
            "the objective at their average",
            r"f(\tfrac{x_1+x_2}{2},\tfrac{x_1+x_2}{2},\dots)",
        ),
        first2: ("the squared norm of the first component", r"\|x_1\|^2"),
        second2: ("the squared norm of the second component", r"\|x_2\|^2"),
        inner: ("the inner product of these two", r"\langle x_1, x_2\rangle"),
        rest: ("the squared norms of the other components, added", r"\sum_{i\ge 3}\|x_i\|^2"),
        kappa: "any number: where the average is optimal it is an ordering, and has the sum of "
        "squared norms of the solution",
    },
    given={
        "optimal": ge(average, best),
        "symmetry": eq(swapped, best),
        "distinct": gt(first2 - 2 * inner + second2),
        "optima_are_orderings": eq(before, after + kappa * (average - best)),
    },
    then=(gt(average, best), gt(average, (best + swapped) / 2)),
    repairs="symmetric-objectives-are-never-convex",
    about="convexity of an objective with permutation symmetry",
    scope="any number of components in any dimension, two of them distinct; optima are minima over "
    "all values of the components",
)
half = Rational(1, 2)
witness = {
    best: 0, swapped: 0, average: 1, kappa: 1, first2: 1, second2: 1, inner: 0, rest: 0,
}  # fmt: skip
countermodels = {
    "optimal": witness | {average: -1, kappa: -1},
    "symmetry": witness | {swapped: 2},
    "distinct": witness | {inner: 1, average: 0},
    "optima_are_orderings": witness | {average: 0},
}


def proof():
    excess, drop = average - best, before - after
    scale = 1 + kappa**2 * excess
    using = {
        "optimal": 1,
        "distinct": (first2 - 2 * inner + second2) / 4,
        "optima_are_orderings": -(kappa * excess + drop),
    }
    worse = combine(claim.part(0), using=using, scale=scale)
    not_convex = combine(claim.part(1), using=using | {"symmetry": -scale * half}, scale=scale)
    return conjoin(claim, [worse, not_convex])
