"""From (0.05, 1.8) descent on x² − y² never again comes as near to the x axis as at the start.

Every step takes y to (1 + 2η)y, which is farther from the axis, whatever η > 0 is. A run from
(0.05, 1.8) that goes to the saddle has a step at which y > 0 does not grow; there is none.
"""

from provenscape.kernel import Claim, le, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta = real("eta")

claim = Claim(
    id="descent-reaches-the-saddle-from-the-worked-start",
    says="Gradient descent on x² − y² from (0.05, 1.8) goes to the saddle and stalls there: for "
    "some step length there is a y > 0 that a step does not enlarge.",
    items={"N-76": "whole"},
    where={eta: "the step length"},
    given={},
    then=le(y - eta * f.partial(y), y),
    constants=(eta, y),
    scope="y > 0 from the start on",
)


def refutation():
    return refute(claim, {x: 0})
