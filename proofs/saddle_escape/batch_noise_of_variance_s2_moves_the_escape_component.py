"""Where the batches' slopes along v have the variance s², SGD leaves like η²s²(1 + ηγ)^(2t).

With A = 1 + ηγ a step along v is a ← Aa − ηg, where g is what the slope of the drawn batch has
beside the mean, so that E a² ← A²E a² + η²s². From the saddle this is η²s²(A^(2t) − 1)/(A² − 1) for
any number of batches. How likely that makes it that |a| is large says
a-bounded-fourth-moment-makes-the-iterate-leave. Where a symmetry of the model makes every batch
gradient vanish along v, s = 0, and SGD stays as descent does.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, real

a, eta, gamma, s2 = real("a eta gamma s2")
V, P, t, cross, slope2 = real("V P t cross slope2")
f = function("f", (a,), -gamma * a**2 / 2)
A = 1 - eta * f.partial(a, a, at=(0,))
following = A**2 * V - 2 * A * eta * cross + eta**2 * slope2

claim = Claim(
    id="batch-noise-of-variance-s2-moves-the-escape-component",
    says="If the batches' slopes along an escape direction of curvature −γ of a quadratic saddle "
    "differ from their mean with variance s² > 0, stochastic gradient descent started at the "
    "saddle has after t steps the mean square η²s²((1 + ηγ)^(2t) − 1)/((1 + ηγ)² − 1) ≥ tη²s² "
    "along it.",
    items={"L-32": "part batches-kick"},
    where={
        eta: "the step length",
        gamma: "minus the eigenvalue",
        a: "the component along the eigenvector, along which the mean of the losses is f",
        s2: ("the variance of the slopes over the batches", "s^2"),
        V: ("the mean square of the component after t steps", r"\mathbb{E}\,a_t^2"),
        t: "the number of steps so far",
        P: ("the growth of a² without noise, (1 + ηγ)^(2t)", "P_t"),
        cross: (
            "the mean of a times what the drawn batch's slope g has beside the mean",
            r"\mathbb{E}\,a_tg_t",
        ),
        slope2: ("the mean square of that difference", r"\mathbb{E}\,g_t^2"),
    },
    given={
        "step": gt(eta),
        "curvature": gt(gamma),
        "some_difference": gt(s2),
        "drawn_afresh": eq(cross),
        "variance": eq(slope2, s2),
    },
    then=Invariant(
        (
            eq(eta * gamma * (2 + eta * gamma) * V, eta**2 * s2 * (P - 1)),
            ge(t),
            ge(V, t * eta**2 * s2),
        ),
        start={V: 0, P: 1, t: 0},
        update={V: following, P: A**2 * P, t: t + 1},
    ),
    scope="any number of equally likely batches; losses that differ by linear terms along v; the "
    "state is the mean square, and E(Aa − ηg)² = A²E a² − 2AηE ag + η²E g²",
)
witness = {eta: 1, gamma: 1, s2: 1, cross: 0, slope2: 1}
countermodels = {
    "drawn_afresh": witness | {cross: 1},
    "variance": witness | {slope2: 0},
}
mutants = [
    (
        "no noise",
        replace(claim, then=replace(claim.then, update={V: A**2 * V, P: A**2 * P, t: t + 1})),
    )
]


def proof():
    growth = eta * gamma * (2 + eta * gamma)
    mean_square = {"drawn_afresh": -2 * (1 + eta * gamma) * eta, "variance": eta**2}
    exact = combine(
        claim.at_next_state(0),
        using={
            "invariant.0": (1 + eta * gamma) ** 2,
            **{name: growth * weight for name, weight in mean_square.items()},
        },
    )
    counted = combine(claim.at_next_state(1), using={"invariant.1": 1}, squares=[(1, 1)])
    linear = combine(
        claim.at_next_state(2),
        using={
            "invariant.2": (1 + eta * gamma) ** 2,
            "invariant.1": growth * eta**2 * s2,
            **mean_square,
        },
    )
    return induct(claim, (None,) * 3, (exact, counted, linear))
