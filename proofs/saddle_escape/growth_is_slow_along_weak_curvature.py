"""Descent along −γ grows by at most 1/(1 − ηγt) in t < 1/(ηγ) steps: no doubling before 1/(2ηγ).

So no doubling happens in fewer than 1/(2ηγ) steps: with
growth-doubles-within-one-over-curvature-steps the doubling time lies between 1/(2ηγ) and ⌈1/(ηγ)⌉,
inversely proportional to the curvature.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, le, real

eta, gamma, a, first, P, t = real("eta gamma a a_0 P t")
f = function("f", (a,), -gamma * a**2 / 2)
s = eta * gamma

claim = Claim(
    id="growth-is-slow-along-weak-curvature",
    says="Gradient descent on a quadratic function multiplies the component of the displacement "
    "from a stationary point along an eigenvector for −γ by at most 1/(1 − ηγt) in t < 1/(ηγ) "
    "steps, so that it does not double in fewer than 1/(2ηγ).",
    items={
        "E-30": "part steps-depend-on-the-curvature",
        "N-36": "instance",
        "L-26": "instance",
    },
    where={
        eta: "the step length",
        gamma: "minus the eigenvalue",
        a: (
            "the component along an eigenvector v for it, along which the function is f",
            r"v^\top x",
        ),
        first: "that component at the start",
        P: "the power (1 + ηγ)^t",
        t: "the number of steps so far",
    },
    given={"step": gt(eta), "curvature": gt(gamma)},
    then=Invariant(
        (eq(a, first * P), le(P * (1 - s * t), 1), ge(t), gt(P)),
        start={a: first, P: 1, t: 0},
        update={a: a - eta * f.partial(a), P: (1 + s) * P, t: t + 1},
    ),
    scope="quadratic functions of any number of variables: for one v with Hv = −γv, H symmetric, "
    "v'(x − ηHx) = (1 + ηγ)v'x, which is the step on f",
)
witness = {eta: 1, gamma: 1, first: 2}
countermodels = {
    "step": {eta: -4, gamma: 1, first: 2},
    "curvature": {eta: 1, gamma: -4, first: 2},
}


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1 + s}),
        combine(
            claim.at_next_state(1),
            using={"invariant.1": 1, "invariant.2": s**2 * P, "invariant.3": s**2},
        ),
        combine(claim.at_next_state(2), using={"invariant.2": 1}, squares=[(1, 1)]),
        combine(claim.at_next_state(3), using={"invariant.3": 1 + s}),
    )
    return induct(claim, (None,) * 4, steps)
