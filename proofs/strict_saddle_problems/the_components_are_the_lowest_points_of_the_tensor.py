"""On the sphere −Σ xᵢ⁴ ≥ −1, which is its value at the components ±eᵢ.

Induction over the dimension: one more coordinate x adds x⁴ to Σ xᵢ⁴ and at least as much to the
square of Σ xᵢ², (S + x²)² ≥ S² + x⁴. So Σ xᵢ⁴ ≤ (Σ xᵢ²)² = 1. The stationary points other than ±eᵢ
have negative curvature (claim curvatures-of-the-tensor-on-the-sphere).
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

x, length2, fourth = real("x length2 fourth")

claim = Claim(
    id="the-components-are-the-lowest-points-of-the-tensor",
    says="The sum of the fourth powers of the coordinates is at most the square of the sum of "
    "their squares; so an orthogonal tensor of order four, −Σ xᵢ⁴ on the sphere, is nowhere below "
    "−1, its value at each component.",
    items={"O-30": "instance"},
    where={
        x: "the next coordinate",
        length2: ("the sum of the squares of the coordinates so far", r"\textstyle\sum_i x_i^2"),
        fourth: ("the sum of their fourth powers", r"\textstyle\sum_i x_i^4"),
    },
    given={},
    then=Invariant(
        (ge(length2), le(fourth, length2**2)),
        start={length2: 0, fourth: 0},
        update={length2: length2 + x**2, fourth: fourth + x**4},
    ),
    scope="every dimension: each step adds a coordinate",
)
witness = [{x: 1}, {x: 2}, {x: 0}]


def proof():
    longer = combine(claim.at_next_state(0), using={"invariant.0": 1}, squares=[(1, x)])
    smaller = combine(claim.at_next_state(1), using={"invariant.0": 2 * x**2, "invariant.1": 1})
    return induct(claim, (None, None), (longer, smaller))
