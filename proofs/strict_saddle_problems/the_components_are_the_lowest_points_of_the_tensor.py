"""On the sphere −Σ xᵢ⁴ ≥ −1, with equality at the components ±eᵢ alone.

Induction over the dimension: one more coordinate x adds x⁴ to Σ xᵢ⁴, 2Sx² + x⁴ to the square of
S = Σ xᵢ², and Sx² to the sum of xᵢ²xⱼ² over the pairs i < j. So Σ xᵢ⁴ = S² − 2 Σ xᵢ²xⱼ², which is
S² = 1 exactly where no two coordinates differ from 0. The stationary points other than ±eᵢ have
negative curvature (claim curvatures-of-the-tensor-on-the-sphere).
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, real

x, length2, fourth, pairs = real("x length2 fourth pairs")

claim = Claim(
    id="the-components-are-the-lowest-points-of-the-tensor",
    says="The sum of the fourth powers of the coordinates is the square of the sum of their "
    "squares less twice the sum of xᵢ²xⱼ² over the pairs, which is not negative; so an orthogonal "
    "tensor of order four, −Σ xᵢ⁴ on the sphere, is lowest, −1, at the components ±eᵢ and nowhere "
    "else.",
    items={"O-30": "instance"},
    where={
        x: "the next coordinate",
        length2: ("the sum of the squares of the coordinates so far", r"\textstyle\sum_i x_i^2"),
        fourth: ("the sum of their fourth powers", r"\textstyle\sum_i x_i^4"),
        pairs: (
            "the sum of the products of two of the squares",
            r"\textstyle\sum_{i<j} x_i^2x_j^2",
        ),
    },
    given={},
    then=Invariant(
        (ge(length2), ge(pairs), eq(fourth, length2**2 - 2 * pairs)),
        start={length2: 0, fourth: 0, pairs: 0},
        update={
            length2: length2 + x**2,
            fourth: fourth + x**4,
            pairs: pairs + length2 * x**2,
        },
    ),
    scope="every dimension: each step adds a coordinate",
)
witness = [{x: 1}, {x: 2}, {x: 0}]


def proof():
    longer = combine(claim.at_next_state(0), using={"invariant.0": 1}, squares=[(1, x)])
    more = combine(claim.at_next_state(1), using={"invariant.0": x**2, "invariant.1": 1})
    split = combine(claim.at_next_state(2), using={"invariant.2": 1})
    return induct(claim, (None,) * 3, (longer, more, split))
