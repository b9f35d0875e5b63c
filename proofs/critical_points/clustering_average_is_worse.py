"""For a polynomial loss of two clusters the average of two swapped optima is worse than either.

The product loss Σᵢ (dᵢ − x₁)²(dᵢ − x₂)² of the points ±1 vanishes at the centres (−1, 1) and
(1, −1) and equals 2 at their average (0, 0). It is a sum of squares, so 0 is its least value.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

x1, x2 = real("x1 x2")
f = function("f", (x1, x2), sum((d - x1) ** 2 * (d - x2) ** 2 for d in (-1, 1)))

claim = Claim(
    id="clustering-average-is-worse",
    says="For a polynomial loss of two clusters, our example, an optimum and its swap are equally "
    "good, their average is worse.",
    items={"E-N2": "instance", "E-21": "instance"},
    given={},
    then=(
        ge(f(x1, x2), f(-1, 1)),
        eq(f(1, -1), f(-1, 1)),
        gt(f(0, 0), f(-1, 1)),
    ),
    scope="the points ±1 and a polynomial loss that vanishes exactly if each has a centre: our "
    "example for a picture that was not seen",
)
witness = {x1: 0, x2: 0}


def proof():
    least = combine(claim.part(0), using={}, squares=[(1, (d - x1) * (d - x2)) for d in (-1, 1)])
    swap = combine(claim.part(1), using={})
    return conjoin(claim, [least, swap, combine(claim.part(2), using={}, squares=[(2, 1)])])
