"""At the minimum of x² noise of variance s² at every step keeps the mean square at s² or above.

V ← (1 − 2η)²V + s² for x ← (1 − 2η)x + w, which is at least s² after every step whatever V was
before. With noise of constant size descent converges to no point.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import get

f = get("bowl").f
x = f.variables[0]
eta, s2, V = real("eta s2 V")
factor = 1 - eta * f.partial(x, x, at=(0, 0))

claim = Claim(
    id="noisy-descent-settles-at-a-minimum",
    says="Descent with noise of constant size converges to a local minimum in mean square: some "
    "step brings the mean square distance below the variance of the noise.",
    items={"N-32": "whole"},
    where={
        eta: "the step length",
        s2: "the variance of the noise of one step",
        V: ("the mean square of x before some step", r"\mathbb{E}\,x_t^2"),
    },
    given={"step": gt(eta), "noise": gt(s2)},
    then=lt(factor**2 * V + s2, s2),
    parameters=(eta, s2),
    constants=(V,),
    scope="one coordinate of the bowl x² + y², which has the property of the item; noise of mean "
    "0, independent from step to step, added to the gradient step",
)


def refutation():
    return refute(claim, {eta: Rational(1, 4), s2: 1})
