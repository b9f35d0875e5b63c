"""With one layer the loss |WX − Y|² is convex; with two or more it is not.

One layer: at the middle of two weights the loss is at most the mean of their losses; the gap is
(a − b)²x²/4. From two layers on, with x = y = 1: the loss is 0 at (1, …, 1) and where the last two
weights are −1, and 1 at the point between these two, where the last two weights vanish.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, real

a, b, x, y = real("a b x y")
weights = real("w1:6")


def loss(depth, at=None):
    """(w_k ⋯ w₁x − y)² at the given weights."""
    product = x
    for w in weights[:depth] if at is None else at:
        product = w * product
    return (product - y) ** 2


def fits(*last):
    """The loss at (1, …, 1, last) for x = y = 1, at depths 2 to 5."""
    return [loss(depth, (*(1,) * (depth - 2), *last)).subs({x: 1, y: 1}) for depth in range(2, 6)]


claim = Claim(
    id="depth-makes-the-linear-loss-non-convex",
    items=["N-47"],
    says="The loss |W_k ⋯ W₁X − Y|² of a linear network is convex in the weights for one layer and "
    "not for more: two fits of loss 0 have a point of loss 1 half-way between them.",
    given={},
    then=(
        ge((loss(1, (a,)) + loss(1, (b,))) / 2, loss(1, ((a + b) / 2,))),
        *(eq(value) for value in (*fits(1, 1), *fits(-1, -1))),
        *(eq(value, 1) for value in fits(0, 0)),
    ),
    scope="one weight a layer, depths 1 to 5; wider networks contain these",
)
witness = {}
points = [{a: 0, b: 1, x: 1, y: 0}, {a: 1, b: 1, x: 1, y: 0}]


def proof():
    convex = combine(claim.part(0), using={}, squares=[(Rational(1, 4), (a - b) * x)])
    return conjoin(
        claim,
        [convex, *(combine(claim.part(i), using={}) for i in range(1, len(claim.then)))],
    )
