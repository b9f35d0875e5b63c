"""Heavy ball ends at a quadratic saddle from the states with y = my₋ alone, and at no other.

Along an eigenvector of eigenvalue −γ < 0 the recursion has the roots μ > 1 > m, and y − my₋ is
multiplied by μ at every step. So it grows without bound unless it is 0 at the start; if it is,
y_t = m^t y₀ (claim momentum-may-be-thrown-into-the-saddle). States (x₀, x₋) drawn with a density
miss the hyperplane with probability 1; for smooth f that heavy ball avoids strict saddles is the
theorem of O'Neill & Wright (2019). Runs from rest, x₋ = x₀, have no density among the states; they
meet the hyperplane in y₀ = 0 alone, as m < 1.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    induct,
    real,
)

beta, eta, gamma, mu, m = real("beta eta gamma mu m")
y, before, first, earlier, P, t = real("y y_1 y_0 y_2 P t")
f = function("f", (y,), -gamma * y**2 / 2)
update = {
    y: y - eta * f.partial(y) + beta * (y - before),
    before: y,
    P: mu * P,
    t: t + 1,
}


def course(update):
    """y − my₋ is multiplied by μ at every step."""
    return Invariant(
        (eq(y - m * before, (first - m * earlier) * P), ge(P, 1 + (mu - 1) * t), ge(t)),
        start={y: first, before: earlier, P: 1, t: 0},
        update=update,
        fixed=(beta, eta, gamma, mu),
    )


claim = Claim(
    id="momentum-reaches-a-saddle-from-one-hyperplane-of-states-alone",
    says="Along curvature −γ < 0 heavy ball multiplies y − my₋ by μ > 1 at every step, m and μ "
    "being the roots of z² − (1 + β + ηγ)z + β, and μ^t ≥ 1 + (μ − 1)t: the run stays near the "
    "saddle only if y₀ = my₋ at the start, which from rest means y₀ = 0, since m < 1 if β ≤ 1.",
    items={},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        gamma: "minus the curvature of f",
        mu: "the greater root",
        m: "the smaller root",
        before: ("the component one step before", "y_{-}"),
        first: "the component at the start",
        earlier: ("the component one step before the start", "y_{-1}"),
        P: ("the power of the greater root", r"\mu^t"),
        t: "the number of steps so far",
    },
    given={
        "friction": ge(1, beta),
        "sum_of_roots": eq(mu + m, 1 + beta + eta * gamma),
        "product_of_roots": eq(mu * m, beta),
        "greater": gt(mu, 1),
    },
    then=(course(update), gt(1, m)),
    scope="heavy ball with constant η and β; on a quadratic function of any number of variables y "
    "is v'x for one v with Hv = −γv",
)
half = Rational(1, 2)
witness = {
    beta: half, eta: 1, gamma: Rational(3, 4), mu: 2, m: Rational(1, 4), first: 1, earlier: 2,
}  # fmt: skip
countermodels = {
    "friction": witness
    | {beta: 2, gamma: Rational(1, 3), mu: Rational(4, 3), m: Rational(3, 2)}
    | {eta: -Rational(1, 2)},
    "sum_of_roots": [witness | {gamma: 2}, {}],
    "product_of_roots": [witness | {mu: Rational(3, 2), m: Rational(3, 4)}, {}],
    "greater": [witness | {mu: Rational(1, 4), m: 2}, {}],
}
plain = update | {y: y - eta * f.partial(y)}
mutants = [("plain descent", replace(claim, then=(course(plain), gt(1, m))), [witness, {}, {}])]


def proof():
    runs = claim.part(0)
    grows = combine(
        runs.at_next_state(0),
        using={"invariant.0": mu, "sum_of_roots": -y, "product_of_roots": before},
    )
    power = combine(
        runs.at_next_state(1),
        using={"invariant.1": mu, "invariant.2": (mu - 1) ** 2},
    )
    count = combine(runs.at_next_state(2), using={"invariant.2": 1}, squares=[(1, 1)])
    below_one = combine(
        claim.part(1),
        using={"product_of_roots": -1, "friction": 1, "greater": 1},
        scale=mu,
    )
    return conjoin(claim, [induct(runs, (None, None, None), (grows, power, count)), below_one])
