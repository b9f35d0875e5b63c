"""Off the x axis descent with η ≤ 1 brings x² − y² to x₀² − y₀²(1 + 4η)^t or below.

x² never grows and y² is multiplied by (1 + 2η)² ≥ 1 + 4η at each step; (1 + 4η)^t ≥ 1 + 4ηt.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, P, t, first_x, first_y = real("eta P t x_0 y_0")

claim = Claim(
    id="descent-on-the-saddle-decreases-without-bound",
    says="After t steps of gradient descent on x² − y² with η ≤ 1 the value is at most "
    "x₀² − y₀²(1 + 4η)^t, with a power of at least 1 + 4ηt: it falls below every bound if y₀ ≠ 0.",
    items={"N-78": "whole"},
    where={
        eta: "the step length",
        t: "the number of steps so far",
        P: "the power (1 + 4η)^t",
        (first_x, first_y): "the start",
    },
    given={"step": gt(eta), "not_too_long": le(eta, 1)},
    then=Invariant(
        (
            le(x**2, first_x**2),
            ge(y**2, first_y**2 * P),
            ge(P, 1 + 4 * eta * t),
            ge(t),
            le(f(x, y), first_x**2 - first_y**2 * P),
        ),
        start={x: first_x, y: first_y, P: 1, t: 0},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: (1 + 4 * eta) * P,
            t: t + 1,
        },
    ),
)
witness = {eta: Rational(1, 4), first_x: 1, first_y: 1}
countermodels = {
    "step": witness | {eta: -1},
    "not_too_long": witness | {eta: 2},
}


def proof():
    shrink = {"invariant.0": 1, "not_too_long": 4 * eta * x**2}
    grow = {"invariant.1": 1 + 4 * eta}
    moved = [(4, eta * y)]
    steps = (
        combine(claim.at_next_state(0), using=shrink),
        combine(claim.at_next_state(1), using=grow, squares=moved),
        combine(
            claim.at_next_state(2),
            using={"invariant.2": 1 + 4 * eta, "invariant.3": 16 * eta**2},
        ),
        combine(claim.at_next_state(3), using={"invariant.3": 1}, squares=[(1, 1)]),
        combine(claim.at_next_state(4), using=shrink | grow, squares=moved),
    )
    return induct(claim, (None,) * 5, steps)
