"""Along an eigenvalue −γ descent doubles within ⌈1/(ηγ)⌉ steps: the steeper it falls, the fewer.

(1 + ηγ)^t ≥ 1 + ηγt is Bernoulli's inequality, by induction. k such blocks multiply by 2^k, so that
a component |a₀| passes R after at most ⌈1/(ηγ)⌉·⌈log₂(R/|a₀|)⌉ steps. If a₀ = 0 it stays 0. That is
of the quadratic model alone: on x² − y² + x²y a step from (x, 0) has y = −ηx², and the runs that
stay near the saddle start on a curve, not on the axis; no density gives that curve a positive
probability either.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, real

eta, gamma, a, first, P, t = real("eta gamma a a_0 P t")
f = function("f", (a,), -gamma * a**2 / 2)
s = eta * gamma

claim = Claim(
    id="growth-doubles-within-one-over-curvature-steps",
    says="Gradient descent multiplies the component along an eigenvector for −γ by 1 + ηγt at "
    "least in t steps, so that it doubles within ⌈1/(ηγ)⌉ steps, and stays 0 if it is 0.",
    items={
        "E-30": "part steps-depend-on-the-curvature",
        "N-43": "part there-it-stays-stuck",
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
        (eq(a, first * P), ge(P, 1 + s * t), ge(t)),
        start={a: first, P: 1, t: 0},
        update={a: a - eta * f.partial(a), P: (1 + s) * P, t: t + 1},
    ),
    scope="quadratic functions of any number of variables: for one v with Hv = −γv, H symmetric, "
    "v'(x − ηHx) = (1 + ηγ)v'x, which is the step on f; near a saddle the notes have "
    "the quadratic model of the function",
)
witness = {eta: 1, gamma: 1, first: 2}
countermodels = {
    "step": [{eta: -4, gamma: 1, first: 2}, {}, {}, {}],
    "curvature": [{eta: 1, gamma: -4, first: 2}, {}, {}, {}],
}


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1 + s}),
        combine(claim.at_next_state(1), using={"invariant.1": 1 + s, "invariant.2": s**2}),
        combine(claim.at_next_state(2), using={"invariant.2": 1}, squares=[(1, 1)]),
    )
    return induct(claim, (None, None, None), steps)
