"""From (0.05, 1.8) with 0 < η < 1 descent on x² − y² has x → 0, and y grows without bound.

x² (1 + qt), q = 4η(1 − η) > 0, never exceeds its start, since (1 − q)(1 + q(t + 1)) ≤ 1 + qt, and
y ≥ 1.8 (1 + 2ηt). For η ≥ 1 x does not decay.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, t = real("eta t")
first_x, first_y = Rational(1, 20), Rational(9, 5)
rate = 4 * eta * (1 - eta)

claim = Claim(
    id="x-decays-and-y-grows-from-the-worked-start-for-steps-below-one",
    says="In gradient descent on x² − y² from (0.05, 1.8) with a step length 0 < η < 1 x tends to "
    "0, x² ≤ 0.05²/(1 + 4η(1 − η)t) after t steps, and y grows without bound, y ≥ 1.8(1 + 2ηt).",
    items={"N-74": "whole"},
    where={eta: "the step length", t: "the number of steps so far"},
    given={"step": gt(eta), "short": lt(eta, 1)},
    then=Invariant(
        (le(x**2 * (1 + rate * t), first_x**2), ge(y, first_y * (1 + 2 * eta * t)), ge(t)),
        start={x: first_x, y: first_y, t: 0},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y), t: t + 1},
    ),
    repairs="decay-along-x-from-the-worked-start-at-every-step-length",
)
witness = {eta: Rational(1, 4)}
countermodels = {"step": [{eta: -2}, {}, {}, {}]}


def proof():
    # x₀² − (1 − q)x²(1 + q(t + 1)) = x₀² − x²(1 + qt) + q²x²(t + 1) with q the rate
    steps = (
        combine(
            claim.at_next_state(0),
            using={"invariant.0": 1, "invariant.2": (rate * x) ** 2},
            squares=[(1, rate * x)],
        ),
        combine(
            claim.at_next_state(1),
            using={"invariant.1": 1 + 2 * eta, "invariant.2": 4 * eta**2 * first_y},
        ),
        combine(claim.at_next_state(2), using={"invariant.2": 1}, squares=[(1, 1)]),
    )
    return induct(claim, (None,) * 3, steps)
