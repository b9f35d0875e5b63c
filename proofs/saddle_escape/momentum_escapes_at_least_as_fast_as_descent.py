"""The growth factor μ of momentum along curvature −γ is at least 1 + ηγ, that of plain descent.

μ² − (1 + β + ηγ)μ + β = 0 says (μ − 1)(μ − β) = ηγμ, so μ − 1 = ηγμ/(μ − β) ≥ ηγ.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, eq, function, ge, gt, real

beta, eta, gamma, y, before, mu = real("beta eta gamma y y_1 mu")
f = function("f", (y,), -gamma * y**2 / 2)

claim = Claim(
    id="momentum-escapes-at-least-as-fast-as-descent",
    says="Along negative curvature −γ momentum multiplies the escaping component by at least "
    "1 + ηγ a step: it speeds the escape up once there is a component to amplify.",
    items={},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        gamma: "minus the curvature of f",
        y: "the component along the negative curvature",
        before: ("that component one step before", "y_{-}"),
        mu: "the greater factor μ > β by which a step multiplies it",
    },
    given={
        "momentum": ge(beta),
        "step": ge(eta),
        "curvature": ge(gamma),
        "component": gt(before**2),
        "last_factor": eq(y, mu * before),
        "next_factor": eq(y - eta * f.partial(y) + beta * (y - before), mu * y),
        "larger_root": gt(mu, beta),
    },
    then=ge(mu, 1 + eta * gamma),
    scope="heavy ball, whose growth factors are the two numbers that meet 'last_factor' and "
    "'next_factor'; on a quadratic function of any number of variables y is v'x for one v with "
    "Hv = −γv, since v'Hx = −γv'x",
)
half = Rational(1, 2)
witness = {beta: half, eta: 1, gamma: Rational(3, 4), before: 1, y: 2, mu: 2}
countermodels = {
    "momentum": {beta: -1, eta: 1, gamma: Rational(3, 2), before: 1, y: 2, mu: 2},
    "step": {
        beta: Rational(1, 4), eta: Rational(-1, 4), gamma: 1, before: 1, y: Rational(1, 2),
        mu: Rational(1, 2),
    },
    "curvature": {
        beta: Rational(1, 4), eta: 1, gamma: Rational(-1, 4), before: 1, y: Rational(1, 2),
        mu: Rational(1, 2),
    },
    "component": witness | {before: 0, y: 0, mu: 1},
    "last_factor": witness | {y: Rational(2, 5), mu: 1},
    "next_factor": witness | {y: 1, mu: 1},
    "larger_root": {beta: 2, eta: 1, gamma: 1, before: 1, y: 2 - sqrt(2), mu: 2 - sqrt(2)},
}  # fmt: skip


def proof():
    # with s = ηγ the two factors give y₋(μ² − (1 + β + s)μ + β) = 0
    s = eta * gamma
    return combine(
        claim,
        using={
            "next_factor": -before,
            "last_factor": before * (1 + s + beta - mu),
            "curvature": eta * beta * before**2,
        },
        scale=before**2 * (mu - beta),
    )
