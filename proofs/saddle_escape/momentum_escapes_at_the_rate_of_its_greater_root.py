"""From rest along curvature −γ heavy ball has y_t between ½μ^t y₀ and μ^t y₀, μ its greater root.

With s = ηγ the recursion y⁺ = (1 + β + s)y − βy₋ has the roots μ > 1 > m of z² − (1 + β + s)z + β.
Along a run y − my₋ is multiplied by μ at every step, y − μy₋ by m. From y₋ = y = y₀ these are
(1 − m)y₀ and −(μ − 1)y₀, so that (μ − m)y_t = (μ(1 − m)μ^t + m(μ − 1)m^t)y₀, and 2μ(1 − m) − (μ −
m) = μ + m − 2β = 1 + s − β ≥ 0. So a distance R is reached from r after log(R/r)/log μ steps at
the earliest and log(2R/r)/log μ, rounded up, at the latest. How large μ is: claim
momentum-escapes-within-one-over-the-root-of-the-curvature.
"""

from dataclasses import replace

from sympy import Rational, sqrt

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    eq,
    function,
    ge,
    gt,
    induct,
    le,
    real,
)

beta, eta, gamma, mu, m = real("beta eta gamma mu m")
y, before, first, P, Q = real("y y_1 y_0 P Q")
f = function("f", (y,), -gamma * y**2 / 2)
update = {
    y: y - eta * f.partial(y) + beta * (y - before),
    before: y,
    P: mu * P,
    Q: m * Q,
}


def course(update):
    """y lies between half of μ^t y₀ and μ^t y₀ at every step."""
    return Invariant(
        (
            eq(y - m * before, (1 - m) * first * P),
            eq(mu * before - y, (mu - 1) * first * Q),
            ge(P, Q),
            ge(Q),
            ge(2 * y, P * first),
            le(y, P * first),
        ),
        start={y: first, before: first, P: 1, Q: 1},
        update=update,
        fixed=(beta, eta, gamma, m, mu),
    )


claim = Claim(
    id="momentum-escapes-at-the-rate-of-its-greater-root",
    says="Along curvature −γ < 0 heavy ball with 0 ≤ β ≤ 1, from rest at y₀ ≥ 0, is at a distance "
    "between ½μ^t y₀ and μ^t y₀ after t steps, where μ > 1 is the greater root of z² − (1 + β + "
    "ηγ)z + β; plain descent, β = 0, is at (1 + ηγ)^t y₀.",
    items={},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        gamma: "minus the curvature of f",
        mu: "the greater root",
        m: "the smaller root",
        before: ("the component one step before", "y_{-}"),
        first: "the component at the start",
        P: ("the power of the greater root", r"\mu^t"),
        Q: ("the power of the smaller root", "m^t"),
    },
    given={
        "momentum": ge(beta),
        "friction": le(beta, 1),
        "start": ge(first),
        "sum_of_roots": eq(mu + m, 1 + beta + eta * gamma),
        "product_of_roots": eq(mu * m, beta),
        "greater": gt(mu, 1),
    },
    then=course(update),
    scope="heavy ball with constant η and β; on a quadratic function of any number of variables y "
    "is v'x for one v with Hv = −γv; y₀ ≤ 0 by reflection",
)
half = Rational(1, 2)
witness = {beta: half, eta: 1, gamma: half, mu: 1 + sqrt(2) / 2, m: 1 - sqrt(2) / 2, first: 1}
countermodels = {
    "momentum": [
        {beta: -half, eta: 1, gamma: Rational(5, 4), mu: 2, m: -Rational(1, 4), first: 1},
        {},
    ],
    "friction": [
        {beta: 2, eta: 1, gamma: Rational(5, 12), mu: Rational(8, 3), m: Rational(3, 4), first: 1},
        {},
        {},
    ],
    "start": [witness | {first: -1}, {}],
    "sum_of_roots": [witness | {mu: 2, m: Rational(1, 4)}, {}],
    "product_of_roots": [witness | {mu: Rational(3, 2), m: half}, {}],
    "greater": [witness | {mu: 1 - sqrt(2) / 2, m: 1 + sqrt(2) / 2}, {}],
}
plain = update | {y: y - eta * f.partial(y)}
mutants = [("plain descent", replace(claim, then=course(plain)), [witness, {}, {}])]


def proof():
    states = [claim.at_next_state(i) for i in range(6)]
    known = states[0].given
    below_one = combine(
        claim.lemma("m < 1", known, gt(1, m)),
        using={"product_of_roots": -1, "friction": 1, "greater": 1},
        scale=mu,
    )
    positive = combine(
        claim.lemma("m ≥ 0", known, ge(m)),
        using={"product_of_roots": 1, "momentum": 1},
        scale=mu,
    )
    power = combine(
        claim.lemma("μ^t ≥ 0", known, ge(P)), using={"invariant.2": 1, "invariant.3": 1}
    )
    lemmas = {"below_one": below_one, "positive": positive, "power": power}
    fast = combine(
        states[0],
        using={"invariant.0": mu, "sum_of_roots": -y, "product_of_roots": before},
    )
    slow = combine(
        states[1],
        using={"invariant.1": m, "sum_of_roots": y, "product_of_roots": -before},
    )
    apart = chain(
        claim.lemma("m < μ", known, gt(mu, m)), lemmas, using={"below_one": 1, "greater": 1}
    )
    order = chain(
        states[2],
        lemmas | {"apart": apart},
        using={"invariant.2": m, "power": mu - m},
    )
    kept = chain(states[3], lemmas, using={"invariant.3": m})
    # μ + m − 2μm = (μ − 1)(1 − m) + 1 − μm
    half_way = chain(
        states[4],
        lemmas | {"fast": fast, "slow": slow, "apart": apart},
        using={
            "fast": 2 * mu,
            "slow": 2 * m,
            "product_of_roots": -mu * P * first,
            "friction": mu * P * first,
            "below_one": mu * P * first * (mu - 1),
            "invariant.3": 2 * m**2 * (mu - 1) * first,
        },
        scale=mu - m,
    )
    no_faster = chain(
        states[5],
        lemmas | {"fast": fast, "slow": slow, "apart": apart, "order": order},
        using={"fast": -mu, "slow": -m, "order": m * (mu - 1) * first},
        scale=mu - m,
    )
    base = combine(claim.at_start(4), using={"start": 1})
    return induct(
        claim,
        (None, None, None, None, base, None),
        (fast, slow, order, kept, half_way, no_faster),
    )
