"""Entries 1, 1 and 0 of a 2 × 2 matrix, fitted at rank one: the loss tends to 0 and never is 0.

½((u₁v₂ − 1)² + (u₂v₁ − 1)² + (u₂v₂)²) is t⁴/2 at (1/t, t, 1/t, t): no product of rank one has
these entries, but limits have. There is no local minimum at all (see the claim on its saddles), so
that a run that escapes every saddle goes off to infinity.
"""

from provenscape.kernel import Claim, ge, gt, real, refute
from provenscape.landscapes import matrix_completion

loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, 0]], 1)
u1, u2, v1, v2 = loss.variables
level = real("level")

claim = Claim(
    id="a-completion-loss-stays-above-its-least-local-minimum",
    items=["O-30"],
    says="Escaping the saddles of a completion problem leads automatically to a local minimum; "
    "where the loss is positive everywhere it stays above the positive value of the least one.",
    given={"level": gt(level)},
    then=ge(loss.expression, level),
    locally=(level,),
    scope="three observed entries that no matrix of rank one has, as noise makes them; at rank one "
    "all stationary points are strict saddles",
)


def refutation():
    t = level / (1 + level)
    return refute(claim, {u1: 1 / t, u2: t, v1: 1 / t, v2: t})
