"""The step from (0.05, 1.8) on x² − y² is 36 times as long in y as in x; y moves away from 0.

It is −η∇f = (−0.1η, 3.6η): the part of the sentence about the size holds, that about the direction
fails.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
eta = real("eta")
first_x, first_y = start = (Rational(1, 20), Rational(9, 5))
step_x, step_y = (-eta * slope for slope in f.gradient(at=start))

claim = Claim(
    id="first-step-of-the-worked-example-goes-away-along-y",
    says="The step from (0.05, 1.8) is 36 times as long in y as in x, and it enlarges y and, "
    "if η < 1, shrinks x.",
    items={"N-75": "part mostly-in-y"},
    where={eta: "the step length"},
    given={"step": gt(eta), "not_too_long": lt(eta, 1)},
    then=(
        eq(step_y, -36 * step_x),
        gt(first_y + step_y, first_y),
        lt((first_x + step_x) ** 2, first_x**2),
    ),
    repairs="first-step-of-the-worked-example-goes-towards-the-origin",
)
witness = {eta: Rational(1, 4)}
countermodels = {"step": {eta: 0}, "not_too_long": {eta: 2}}


def proof():
    ratio = combine(claim.part(0), using={})
    away = combine(claim.part(1), using={"step": 2 * first_y})
    shrinks = combine(claim.part(2), using={"not_too_long": 4 * eta * first_x**2})
    return conjoin(claim, [ratio, away, shrinks])
