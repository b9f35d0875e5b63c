"""Entries 1, 1 and −½ of a 2 × 2 matrix of rank one: on one side the loss has no least value.

½((u₁v₂ − 1)² + (u₂v₁ − 1)² + (u₂v₂ + ½)²) is more than 1/8 where u₂v₂ > 0, and (t² + ½)²/2 at
(1/t, t, 1/t, t), which tends to 1/8. There is no stationary point on that side, and a run that
starts there below the pass to the other side goes off to infinity (claim
a-completion-run-may-have-no-minimum-on-its-side).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, real, refute
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, Rational(-1, 2)]], 1)
u1, u2, v1, v2 = loss.variables
level = real("level")

claim = Claim(
    id="a-completion-loss-stays-above-its-least-local-minimum",
    items=["O-30"],
    says="Escaping the saddles of a completion problem leads automatically to a local minimum: on "
    "the side u₂v₂ > 0, where the loss is more than 1/8, it stays above 1/8 by the margin of its "
    "least local minimum there.",
    given={"level": gt(level), "side": gt(u2 * v2)},
    then=ge(loss.expression, Rational(1, 8) + level),
    locally=(level,),
    scope="three observed entries that determine a matrix of rank one; that runs stay on their "
    "side is the claim a-completion-run-may-have-no-minimum-on-its-side",
)


t = level / (1 + level)
POINT = {u1: 1 / t, u2: t, v1: 1 / t, v2: t}


def refutation():
    shortfall = level + Rational(1, 8) - (t**2 + Rational(1, 2)) ** 2 / 2
    below = Claim("below-the-margin", (), "", {"level": gt(level)}, gt(shortfall))
    polynomial = 1 + Rational(7, 2) * level + 5 * level**2 + 3 * level**3 + level**4
    failure = combine(below, using={"level": polynomial}, scale=(1 + level) ** 4)
    return refute(claim, POINT, failure=failure)
