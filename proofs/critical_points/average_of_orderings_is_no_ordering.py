"""The average of a solution with its swapped copy is no reordering of it, if x₁ ≠ x₂.

A reordering keeps the sum of the squared norms of the components. With both of the first two
components at (x₁ + x₂)/2 this sum is smaller by ½|x₁ − x₂|²: the
parallelogram law, which can be read off.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, lt, real

first2, second2, inner, rest = real("first2 second2 inner rest")
middle2 = (first2 + 2 * inner + second2) / 4

claim = Claim(
    id="average-of-orderings-is-no-ordering",
    says="If x₁ ≠ x₂, the average of a solution with its swap has a smaller sum of squared norms "
    "than the solution, so it is no reordering of it.",
    items={"E-21": "part not-equivalent"},
    where={
        first2: ("the squared norm of the first component", r"\|x_1\|^2"),
        second2: ("the squared norm of the second component", r"\|x_2\|^2"),
        inner: ("the inner product of these two", r"\langle x_1, x_2\rangle"),
        rest: (
            "the sum of the squared norms of the other components",
            r"\sum_{i\ge 3}\|x_i\|^2",
        ),
    },
    given={"distinct": gt(first2 - 2 * inner + second2)},
    then=lt(2 * middle2 + rest, first2 + second2 + rest),
    scope="every number of components in every dimension",
)
witness = {first2: 1, second2: 1, inner: 0, rest: 1}
countermodels = {"distinct": witness | {inner: 1}}


def proof():
    return combine(claim, using={"distinct": Rational(1, 2)})
