"""On x² − y² t steps multiply y by (1 + 2η)^t, and x by (1 − 2η)^t, which tends to 0 if η < 1.

So with 0 < η < 1 x decays to 0 from every start, since (1 − 2η)^(2t) ≤ 1/(1 + 4η(1 − η)t), and y
grows exponentially unless y₀ = 0, in which case it stays 0: the starts that reach the saddle form
the x axis, a set of measure zero.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, P, Q, t, first_x, first_y = real("eta P Q t x_0 y_0")
rate = 4 * eta * (1 - eta)

claim = Claim(
    id="descent-shrinks-x-and-leaves-along-y",
    says="t steps of gradient descent on x² − y² multiply x by (1 − 2η)^t, of square at most "
    "1/(1 + 4η(1 − η)t) if 0 < η < 1, and y by (1 + 2η)^t ≥ 1 + 2ηt: a start or a perturbation "
    "with y ≠ 0 leaves exponentially fast, one with y = 0 goes to the saddle.",
    items={
        "N-08": "instance",
        "N-06": "instance",
        "N-07": "instance",
        "O-34": "whole",
        "E-15": "part they-can-get-stuck-at-saddles",
        "E-30": "instance",
        "E-37": "instance",
        "E-42": "instance",
        "L-31": "instance",
        "N-23": "instance",
        "N-77": "part it-drives-the-run-off",
    },
    where={
        eta: "the step length",
        t: "the number of steps so far",
        P: "the power (1 + 2η)^t",
        Q: "the power (1 − 2η)^t",
        (first_x, first_y): "the start",
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
    repairs="first-order-methods-must-infer-signs-or-use-noise",
    scope="x² − y², every start; our function where a document gives none or its picture was not "
    "seen; 0 < η < 1 are the small steps with which the article has descent, that of its picture "
    "is not given",
)
witness = {eta: Rational(1, 4), first_x: 2, first_y: 3}
countermodels = {"step": [{eta: -2, first_x: 2, first_y: 3}, {}, {}, {}]}


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
