"""Entries 1, 1 and −½ of a 2 × 2 matrix of rank one: on one side the loss has no lowest point.

Where u₂v₂ = x > 0, ½((u₁v₂ − 1)² + (u₂v₁ − 1)² + (u₂v₂ + ½)²) is at least (x + ½)²/2. At
(1/t, t, 1/t, t) it is (t² + ½)²/2, which is less if t = x/(1 + x). There is no stationary point on
that side, and what starts there below the pass to the other side stays on it (claim
a-completion-run-may-have-no-minimum-on-its-side).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, real, refute
from provenscape.models.landscapes import matrix_completion

half = Rational(1, 2)
loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, -half]], 1)
f = loss.f
u1, u2, v1, v2 = loss.variables
lowest = p1, p2, q1, q2 = real("p1 p2 q1 q2")

claim = Claim(
    id="a-completion-loss-stays-above-its-least-local-minimum",
    says="On the side u₂v₂ > 0 the loss of a completion problem with three observed entries has a "
    "lowest point, which all values there stay above and where an escape could end.",
    items={"O-30": "part a-local-minimum"},
    where={(p1, p2): "the lowest point's first factor", (q1, q2): "its second factor"},
    given={"side": gt(u2 * v2)},
    then=le(f(*lowest), f(*loss.variables)),
    constants=lowest,
    scope="three observed entries that determine a matrix of rank one; a lowest point with "
    "positive coordinates",
)

x = p2 * q2
t = x / (1 + x)
POINT = {u1: 1 / t, u2: t, v1: 1 / t, v2: t}


def refutation():
    positive = {str(symbol): gt(symbol) for symbol in lowest}
    lower = claim.lemma("lower", positive, gt(f(*lowest), f(1 / t, t, 1 / t, t)))
    gap = q2 * (1 + x + x**2) / (1 + x) ** 2  # (x − t²) / p2
    failure = combine(
        lower,
        using={"p2": gap * (x + t**2 + 1) / 2},
        squares=[(half, p1 * q2 - 1), (half, p2 * q1 - 1)],
    )
    return refute(claim, POINT, failure=failure)
