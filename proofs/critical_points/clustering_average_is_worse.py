"""In the clustering picture the average of the two optima is far worse than either.

The product loss Σᵢ (dᵢ − x₁)²(dᵢ − x₂)² of the points ±1 vanishes at the centres (−1, 1) and
(1, −1) and equals 2 at their average (0, 0).
"""

from sympy import cancel

from provenscape.kernel import Claim, combine, eq, gt, real

x1, x2 = real("x1 x2")
loss = sum((d - x1) ** 2 * (d - x2) ** 2 for d in (-1, 1))


def at(first, second):
    return loss.xreplace({x1: first, x2: second})


claim = Claim(
    id="clustering-average-is-worse",
    items=["E-N2", "E-21"],
    says="For two clusters the average of an optimum and its swap is worse than both.",
    given={"first": eq(x1, -1), "second": eq(x2, 1)},
    then=gt(at((x1 + x2) / 2, (x1 + x2) / 2), at(x1, x2)),
    scope="a polynomial loss that vanishes exactly if each point has a centre; the figure's smooth "
    "clustering loss is drawn from computed values",
)
witness = {x1: -1, x2: 1}
countermodels = {"first": {x1: 1, x2: 1}, "second": {x1: -1, x2: -1}}


def proof():
    excess = at((x1 + x2) / 2, (x1 + x2) / 2) - loss
    at_second = excess.xreplace({x2: 1})
    return combine(
        claim,
        using={
            "second": cancel((excess - at_second) / (x2 - 1)),
            "first": cancel((at_second - 2) / (x1 + 1)),
        },
        squares=[(2, 1)],
    )
