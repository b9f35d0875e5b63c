"""The step from (0.05, 1.8) on x² − y² goes mostly in y, 36 times as far as in x, and away from 0.

It is −η∇f = (−0.1η, 3.6η): the part of the sentence about the size holds, that about the direction
fails.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")
step_x, step_y = (-eta * g for g in saddle.gradient)
slack = Rational(1, 20)

claim = Claim(
    id="first-step-of-the-worked-example-goes-away-along-y",
    items=["N-75"],
    says="The step from (0.05, 1.8) is 36 times as long in y as in x, and it enlarges y and "
    "shrinks x.",
    given={
        "step": gt(eta),
        "not_too_long": lt(eta, 1),
        "start_x": eq(x, Rational(1, 20)),
        "start_y": eq(y, Rational(9, 5)),
    },
    then=(
        eq(step_y, -36 * step_x),
        gt(y + step_y, y),
        lt((x + step_x) ** 2, x**2),
    ),
    repairs="first-step-of-the-worked-example-goes-towards-the-origin",
)
witness = {eta: Rational(1, 4), x: Rational(1, 20), y: Rational(9, 5)}
countermodels = {
    "step": witness | {eta: 0},
    "not_too_long": witness | {eta: 2},
    "start_x": witness | {x: 1},
    "start_y": witness | {y: 1},
}


def proof():
    ratio = combine(claim.part(0), using={"start_x": -72 * eta, "start_y": 2 * eta})
    away = combine(claim.part(1), using={"start_y": 2 * eta, "step": 2 * Rational(9, 5)})
    shrinks = combine(
        claim.part(2),
        using={"not_too_long": 4 * eta * slack**2, "start_x": 4 * eta * (1 - eta) * (x + slack)},
    )
    return conjoin(claim, [ratio, away, shrinks])
