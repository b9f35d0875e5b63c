"""From (0.05, 1.8) descent on x² − y² never again comes as near to the x axis as at the start.

One step multiplies y by 1 + 2η, t steps by P = (1 + 2η)^t > 1, whatever η > 0 and t ≥ 1 are
(descent-runs-away-from-the-worked-start). A run that goes to the saddle has |y| < 1.8 sooner or
later.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, real, refute

y, growth = real("y h")  # the second coordinate after t steps, and (1 + 2η)^t − 1
start = Rational(9, 5)

claim = Claim(
    id="descent-reaches-the-saddle-from-the-worked-start",
    items=["N-06", "N-76"],
    says="Gradient descent on x² − y² from (0.05, 1.8) goes to the saddle and stalls there.",
    given={"steps_made": gt(growth), "after_them": eq(y, (1 + growth) * start)},
    then=le(y, start),
    locally=(growth,),
    scope="'for some step length and some number of steps y is no larger than at the start'; "
    "h = (1 + 2η)^t − 1 is positive for all of them; the start is the only one in the notes",
)


def refutation():
    return refute(claim, {y: (1 + growth) * start})
