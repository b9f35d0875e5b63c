"""On x² − y² from (0.05, 1.8) the second step is longer than the first, whatever the step length.

A step has squared length 4η²(x² + y²), and the distance to the saddle grows.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, le, real, refute
from provenscape.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")
following = {v: v - eta * g for v, g in zip((x, y), saddle.gradient, strict=True)}
length2 = eta**2 * sum(g**2 for g in saddle.gradient)

claim = Claim(
    id="steps-from-the-worked-start-get-tiny",
    items=["N-07"],
    says="The steps of gradient descent on x² − y² from (0.05, 1.8) get smaller.",
    given={"step": gt(eta)},
    then=le(length2.xreplace(following), length2),
    locally=(eta,),
    scope="'for some step length η > 0 the second step is no longer than the first'",
)


def refutation():
    return refute(claim, {x: Rational(1, 20), y: Rational(9, 5)})
