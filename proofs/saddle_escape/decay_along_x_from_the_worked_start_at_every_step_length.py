"""From (0.05, 1.8) a step of length η ≥ 1 on x² − y² does not bring x nearer to 0.

x is multiplied by 1 − 2η: at η = 1 it changes its sign and keeps its size for ever, for η > 1 it
grows.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
eta = real("eta")
start = (Rational(1, 20), Rational(9, 5))

claim = Claim(
    id="decay-along-x-from-the-worked-start-at-every-step-length",
    says="In gradient descent on x² − y² from (0.05, 1.8) x decays to 0, whatever the step length: "
    "it is nearer to 0 after the first step.",
    items={"N-74": "part x-decays"},
    where={eta: "the step length"},
    given={"step": gt(eta)},
    then=lt((start[0] - eta * f.partial(f.variables[0], at=start)) ** 2, start[0] ** 2),
    scope="the first step; no step length is given with the example",
)


def refutation():
    return refute(claim, {eta: 1})
