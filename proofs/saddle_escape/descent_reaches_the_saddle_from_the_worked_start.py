"""No step length brings descent on x² − y² nearer to the saddle from (0.05, 1.8).

One step multiplies x by 1 − 2η and y by 1 + 2η; the squared distance to the saddle grows at once,
by (81/25)(4η + 4η²) − (1/400)(4η − 4η²) > 0, and y never turns round.
"""

from sympy import Rational

from provenscape.kernel import Claim, gt, le, real, refute
from provenscape.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")  # the step length
next_x, next_y = (v - eta * g for v, g in zip((x, y), saddle.gradient, strict=True))

claim = Claim(
    id="descent-reaches-the-saddle-from-the-worked-start",
    items=["N-06", "N-76"],
    says="Gradient descent on x² − y² from (0.05, 1.8) goes to the saddle and stalls there.",
    given={"step": gt(eta)},
    then=le(next_x**2 + next_y**2, x**2 + y**2),
    locally=(eta,),
    scope="'for some step length η > 0 the first step comes no farther from the saddle'; the start "
    "is the only one that the notes give",
)


def refutation():
    return refute(claim, {x: Rational(1, 20), y: Rational(9, 5)})
