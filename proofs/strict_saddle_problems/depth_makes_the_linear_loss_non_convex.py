"""With one layer the loss |WX − Y|² is convex; with two or more it is not.

One layer: at the middle of two weights the loss is at most the mean of their losses; the gap is
|(W − W')X|²/4. From two layers on, with X = Y = 1: the loss is 0 at (1, …, 1) and where the last
two weights are −1, and 1 at the point between these two, where the last two weights vanish.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, le, real
from provenscape.models.landscapes import deep_linear_network

one = deep_linear_network([2, 1], [[1, 3], [2, -1]], [[1, 4]])
f, weights = one.f, one.variables
others = real("a b")
middle = [(w + v) / 2 for w, v in zip(weights, others, strict=True)]
DEPTHS = (2, 3, 4, 5)


def scalar(depth):
    """(w_k ⋯ w₁ − 1)² under a name of its own."""
    network = deep_linear_network([1] * (depth + 1), [[1]], [[1]])
    return function(f"f{depth}", network.variables, network.expression)


def loss(depth, last):
    """Where the last two weights are `last` and the others 1."""
    return scalar(depth)(*[1] * (depth - 2), last, last)


claim = Claim(
    id="depth-makes-the-linear-loss-non-convex",
    says="The loss |W_k ⋯ W₁X − Y|² of a linear network is convex in the weights for one layer and "
    "not for more: two fits of loss 0 have a point of loss 1 half-way between them.",
    items={"N-47": "definition"},
    where={others: "the weights of a second network of one layer"},
    given={},
    then=(
        le(f(*middle), (f(*weights) + f(*others)) / 2),
        *(eq(loss(depth, last), 1 - last**2) for depth in DEPTHS for last in (1, 0, -1)),
    ),
    scope="one layer with two inputs and two samples; one weight a layer at depths 2 to 5, which "
    "wider networks contain",
)
points = [{v: i for i, v in enumerate((*weights, *others))}]


def proof():
    first, second = (w - v for w, v in zip(weights, others, strict=True))
    quarter = Rational(1, 4)
    convex = combine(
        claim.part(0),
        using={},
        squares=[(quarter, first + 2 * second), (quarter, 3 * first - second)],
    )
    rest = [combine(claim.part(i), using={}) for i in range(1, len(claim.then))]
    return conjoin(claim, [convex, *rest])
