"""From (0.05, 1.8) descent on x² − y² is at (0.05(1 − 2η)^t, 1.8(1 + 2η)^t) after t steps.

So y runs away geometrically for every step length η > 0, and x alone tends to 0 (for η < 1): with
q = 4η(1 − η), x² (1 + qt) never exceeds its start, since (1 − q)(1 + q(t + 1)) ≤ 1 + qt.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, P, Q, t = real("eta P Q t")
first_x, first_y = Rational(1, 20), Rational(9, 5)
rate = 4 * eta * (1 - eta)

claim = Claim(
    id="descent-runs-away-from-the-worked-start",
    says="From (0.05, 1.8) t steps of gradient descent on x² − y² multiply y by "
    "(1 + 2η)^t ≥ 1 + 2ηt, which grows without bound, and x by (1 − 2η)^t, of square at most "
    "1/(1 + 4η(1 − η)t) if 0 < η < 1: x alone tends to 0.",
    items={"N-06": "instance", "N-74": "part y-grows", "N-76": "whole"},
    where={
        eta: "the step length",
        t: "the number of steps so far",
        P: "the power (1 + 2η)^t",
        Q: "the power (1 − 2η)^t",
    },
    given={"step": gt(eta)},
    then=Invariant(
        (
            eq(x, first_x * Q),
            eq(y, first_y * P),
            ge(P, 1 + 2 * eta * t),
            le(Q**2 * (1 + rate * t), 1),
            ge(t),
        ),
        start={x: first_x, y: first_y, P: 1, Q: 1, t: 0},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: (1 + 2 * eta) * P,
            Q: (1 - 2 * eta) * Q,
            t: t + 1,
        },
    ),
    repairs="descent-reaches-the-saddle-from-the-worked-start",
)
witness = {eta: Rational(1, 4)}
countermodels = {"step": [{eta: -2}, {}, {}, {}]}


def proof():
    # 1 − (1 − q)Q²(1 + q(t + 1)) = 1 − Q²(1 + qt) + q²Q²(t + 1) with q the rate
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1 - 2 * eta}),
        combine(claim.at_next_state(1), using={"invariant.1": 1 + 2 * eta}),
        combine(
            claim.at_next_state(2),
            using={"invariant.2": 1 + 2 * eta, "invariant.4": 4 * eta**2},
        ),
        combine(
            claim.at_next_state(3),
            using={"invariant.3": 1, "invariant.4": (rate * Q) ** 2},
            squares=[(1, rate * Q)],
        ),
        combine(claim.at_next_state(4), using={"invariant.4": 1}, squares=[(1, 1)]),
    )
    return induct(claim, (None,) * 5, steps)
