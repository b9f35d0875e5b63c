"""For convex f the average of two minimisers is a minimiser.

Averages of more than two, or weighted ones, follow in the same way.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, le, real

f_star, first, second, average = real("f_star first second average")

claim = Claim(
    id="average-of-convex-optima-is-optimal",
    says="The average of two optimal solutions of a convex problem is optimal.",
    items={"E-22": "part average-of-optima-is-optimal"},
    where={
        f_star: ("the least value", "f^*"),
        first: ("the value at a minimiser x", "f(x)"),
        second: ("the value at a minimiser y", "f(y)"),
        average: ("the value at their midpoint", r"f(\tfrac{x+y}{2})"),
    },
    given={
        "convex": le(average, (first + second) / 2),
        "first_optimal": eq(first, f_star),
        "second_optimal": eq(second, f_star),
    },
    then=le(average, f_star),
    tight=True,
    scope="every dimension; two minimisers",
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
