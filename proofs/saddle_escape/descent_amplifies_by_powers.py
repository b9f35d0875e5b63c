"""t steps multiply the unstable component by (1 + ηγ)^t: more than 1, at most e^(ηγ) a step.

e^s ≥ 1 + s is the tangent of the exponential at 0; equality holds in the limit of short steps only.
"""

from sympy import exp

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    eq,
    function,
    ge,
    gt,
    induct,
    real,
    series,
)

eta, gamma, a, first, P = real("eta gamma a a_0 P")
s = eta * gamma
f = function("f", (a,), -gamma * a**2 / 2)

claim = Claim(
    id="descent-amplifies-by-powers",
    says="t steps of gradient descent multiply the component along the eigenvector for −γ by "
    "(1 + ηγ)^t, with a factor above 1 and at most e^(ηγ).",
    items={"O-33": "part amplified-along-v"},
    where={
        eta: "the step length",
        gamma: "minus the smallest eigenvalue",
        a: (
            "the component along an eigenvector v for it, along which the function is f",
            r"v^\top x",
        ),
        first: "that component at the start",
        P: "the power (1 + ηγ)^t after t steps",
    },
    given={"step": gt(eta), "curvature": gt(gamma)},
    then=Invariant(
        (eq(a, first * P), gt(1 + s, 1), ge(exp(s), 1 + s)),
        start={a: first, P: 1},
        update={a: a - eta * f.partial(a), P: (1 + s) * P},
    ),
    repairs="descent-amplifies-by-the-matrix-exponential",
    scope="quadratic functions of any number of variables: for one v with Hv = −γv, H symmetric, "
    "v'(x − ηHx) = (1 + ηγ)v'x, which is the step on f",
)
witness = {eta: 1, gamma: 1, first: 2}
countermodels = {"step": witness | {eta: 0}, "curvature": witness | {gamma: 0}}


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1 + s}),
        combine(claim.at_next_state(1), using={"invariant.1": 1}),
        series(claim.at_next_state(2), exp, s, 1),
    )
    return induct(claim, (None, None, series(claim.at_start(2), exp, s, 1)), steps)
