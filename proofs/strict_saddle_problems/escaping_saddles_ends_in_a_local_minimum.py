"""Entries 1, 1 and −½ of a 2 × 2 matrix of rank one: where descent starts there is no minimum.

The loss is ½((u₁v₂ − 1)² + (u₂v₁ − 1)² + (u₂v₂ + ½)²). On the side u₂v₂ > 0 it has no stationary
point: u₂ ∂f/∂u₂ − v₁ ∂f/∂v₁ = u₂v₂(u₂v₂ + ½) > 0 (where all slopes vanish the coordinates have one
sign, and f does not change if all change theirs). A run from u = v = (2, ½) of loss 9/32 that goes
down without a jump cannot leave this side, whose border has losses of 5/8 at least (claim
a-completion-run-may-have-no-minimum-on-its-side): whatever saddles it escapes, it ends in no local
minimum. Its loss may tend to ⅛, the least limit there, along (1/t, t, 1/t, t) with t → 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, real, refute
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, Rational(-1, 2)]], 1)
f = loss.f
end = p1, p2, q1, q2 = real("p1 p2 q1 q2")
slopes = f.gradient(at=end)
size2 = sum(slope**2 for slope in slopes)

claim = Claim(
    id="escaping-saddles-ends-in-a-local-minimum",
    says="In low-rank completion what goes down and escapes every saddle ends in a local minimum: "
    "on the side u₂v₂ > 0, where a path without jumps from u = v = (2, ½) that never rises above "
    "its start stays, there is a stationary point.",
    items={"O-30": "part a-local-minimum"},
    where={(p1, p2): "the end's first factor", (q1, q2): "its second factor"},
    given={},
    then=eq(size2),
    constants=end,
    bridges=("first-order-necessary-condition",),
    about="where what escapes saddles ends in the problems of the article",
    scope="three observed entries, 1, 1 and −½, which determine a matrix of rank one; an end with "
    "positive coordinates, as every one on that side would have up to a common sign",
)


def refutation():
    positive = {str(symbol): gt(symbol) for symbol in end}
    along_u1, along_u2, along_v1, along_v2 = slopes
    weight = p2**2 + q1**2
    steep = combine(
        claim.lemma("steep", positive, gt(size2)),
        using={},
        squares=[
            (1, p2 * q2 * (p2 * q2 + Rational(1, 2))),  # p₂ ∂f/∂u₂ − q₁ ∂f/∂v₁
            (1, p2 * along_v1 + q1 * along_u2),
            (weight, along_u1),
            (weight, along_v2),
        ],
        scale=weight,
    )
    return refute(claim, {}, failure=steep)
