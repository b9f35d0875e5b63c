"""With one layer the loss |WX − Y|² is convex; with two or more it is not.

One layer, any data: at the middle of two weights the loss is at most the mean of their losses; the
gap is |(W − W')X|²/4. From two layers on, with X = Y = 1: the loss is 0 at (1, …, 1) and where the
last two weights are −1, and 1 at the point between these two, where the last two weights vanish.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, real
from provenscape.models.landscapes import deep_linear_network

one = deep_linear_network([2, 1], [[1, 3], [2, -1]], [[1, 4]])
others = real("a b")


def loss(weights):
    """(w_k ⋯ w₁ − 1)² at the given weights."""
    landscape = deep_linear_network([1] * (len(weights) + 1), [[1]], [[1]])
    return landscape.expression.xreplace(landscape.at(weights))


def losses(last):
    """At depths 2 to 5, where the last two weights are `last` and the others 1."""
    return [loss((1,) * (depth - 2) + (last, last)) for depth in (2, 3, 4, 5)]


def moved(point):
    return one.expression.xreplace(dict(zip(one.variables, point, strict=True)))


middle = [(w + v) / 2 for w, v in zip(one.variables, others, strict=True)]

claim = Claim(
    id="depth-makes-the-linear-loss-non-convex",
    items=["N-47"],
    says="The loss |W_k ⋯ W₁X − Y|² of a linear network is convex in the weights for one layer and "
    "not for more: two fits of loss 0 have a point of loss 1 half-way between them.",
    given={},
    then=(
        ge((one.expression + moved(others)) / 2, moved(middle)),
        *(eq(value) for value in (*losses(1), *losses(-1))),
        *(eq(value, 1) for value in losses(0)),
    ),
    scope="one layer with two inputs and two samples; one weight a layer at depths 2 to 5, which "
    "wider networks contain",
)
witness = {}
points = [dict.fromkeys((*one.variables, *others), 0), {v: i for i, v in enumerate(
    (*one.variables, *others))}]  # fmt: skip


def proof():
    first, second = (w - v for w, v in zip(one.variables, others, strict=True))
    quarter = Rational(1, 4)
    convex = combine(
        claim.part(0),
        using={},
        squares=[(quarter, first + 2 * second), (quarter, 3 * first - second)],
    )
    rest = [combine(claim.part(i), using={}) for i in range(1, len(claim.then))]
    return conjoin(claim, [convex, *rest])
