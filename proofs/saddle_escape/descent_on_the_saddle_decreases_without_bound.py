"""Off the x axis descent takes x² − y² below every bound, whatever the step length η > 0.

A step multiplies f by 1 + 4η² and takes 4η(x² + y²) from it, and multiplies y² by
(1 + 2η)² ≥ 1 + 4η². So f/(1 + 4η²)^t falls by 4ηy₀²/(1 + 4η²) at least in each step.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, P, t, first_x, first_y = real("eta P t x_0 y_0")
growth = 1 + 4 * eta**2

claim = Claim(
    id="descent-on-the-saddle-decreases-without-bound",
    says="After t steps of gradient descent on x² − y² with any step length η > 0 the value is at "
    "most P(x₀² − y₀² − 4ηy₀²t/(1 + 4η²)), P = (1 + 4η²)^t ≥ 1: it falls below every bound "
    "if y₀ ≠ 0.",
    items={"N-78": "whole"},
    where={
        eta: "the step length",
        t: "the number of steps so far",
        P: "the power (1 + 4η²)^t",
        (first_x, first_y): "the start",
    },
    given={"step": gt(eta)},
    then=Invariant(
        (
            ge(P, 1),
            ge(t),
            ge(y**2, first_y**2 * P),
            le(growth * f(x, y), P * (growth * f(first_x, first_y) - 4 * eta * first_y**2 * t)),
        ),
        start={x: first_x, y: first_y, P: 1, t: 0},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: growth * P,
            t: t + 1,
        },
    ),
)
witness = {eta: Rational(1, 4), first_x: 1, first_y: 1}
countermodels = {"step": witness | {eta: Rational(-1, 2)}}


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": growth}, squares=[(4, eta)]),
        combine(claim.at_next_state(1), using={"invariant.1": 1}, squares=[(1, 1)]),
        combine(claim.at_next_state(2), using={"invariant.2": growth, "step": 4 * y**2}),
        combine(
            claim.at_next_state(3),
            using={"invariant.3": growth, "invariant.2": 4 * eta * growth},
            squares=[(4 * eta * growth, x)],
        ),
    )
    return induct(claim, (None,) * 4, steps)
