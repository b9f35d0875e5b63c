"""For convex f the average of two minimisers is a minimiser."""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, le, real

f_star, first, second, average = real("f_star first second average")

claim = Claim(
    id="average-of-convex-optima-is-optimal",
    items=["E-22"],
    says="The average of optimal solutions of a convex problem is optimal.",
    given={
        "convex": le(average, (first + second) / 2),
        "first_optimal": eq(first, f_star),
        "second_optimal": eq(second, f_star),
    },
    then=le(average, f_star),
    tight=True,
    scope="values at two minimisers and at their midpoint; 'convex' is the midpoint inequality; "
    "averages of more, or weighted ones, follow in the same way",
)
witness = {f_star: 0, first: 0, second: 0, average: 0}
equality = witness
countermodels = {
    "convex": witness | {average: 1},
    "first_optimal": witness | {first: 2, average: 1},
    "second_optimal": witness | {second: 2, average: 1},
}


def proof():
    half = Rational(-1, 2)
    return combine(claim, using={"convex": 1, "first_optimal": half, "second_optimal": half})
