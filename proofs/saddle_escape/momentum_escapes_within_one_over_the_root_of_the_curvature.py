"""With 1 − β ≤ √(ηγ) heavy ball's growth factor is at least 1 + 0.618√(ηγ), descent's is 1 + ηγ.

With w² = ηγ the greater root μ = 1 + δ has δ(δ + 1 − β) = w²(1 + δ). If 1 − β ≤ w, δ² + wδ ≥ w²,
δ ≥ (√5 − 1)w/2. No momentum does better than the order of w (claim
no-momentum-escapes-faster-than-the-root-of-the-curvature). By the bounds of
momentum-escapes-at-the-rate-of-its-greater-root a factor R/r takes heavy ball of the order of
log(R/r)/√(ηγ) steps, and descent of the order of log(R/r)/(ηγ). To choose β one must know γ to a
factor.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, real

beta, eta, gamma, mu, w, y = real("beta eta gamma mu w y")
f = function("f", (y,), -gamma * y**2 / 2)
s = eta * gamma

claim = Claim(
    id="momentum-escapes-within-one-over-the-root-of-the-curvature",
    says="Along curvature −γ < 0, with 0 ≤ 1 − β ≤ √(ηγ), the greater root μ > 1 of z² − (1 + β + "
    "ηγ)z + β, the growth factor of heavy ball, has (2(μ − 1) + √(ηγ))² ≥ 5ηγ: it is at least "
    "1 + ½(√5 − 1)√(ηγ), where that of gradient descent is 1 + ηγ.",
    items={},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        gamma: "minus the curvature of f",
        mu: "the greater root, by which heavy ball multiplies in the long run",
        w: ("the square root", r"\sqrt{\eta\gamma}"),
    },
    given={
        "friction": le(beta, 1),
        "high_momentum": le(1 - beta, w),
        "root_of": eq(w**2, s),
        "root": eq(mu**2 - (1 + beta + s) * mu + beta),
        "greater": gt(mu, 1),
    },
    then=(
        ge((2 * (mu - 1) + w) ** 2, 5 * w**2),
        eq(y - eta * f.partial(y), (1 + s) * y),
    ),
    scope="heavy ball with constant η and β, quadratic functions",
)
half = Rational(1, 2)
witness = {beta: half, eta: 1, gamma: half, w: sqrt(2) / 2, mu: 1 + sqrt(2) / 2, y: 1}
countermodels = {
    "high_momentum": {beta: 0, eta: 1, gamma: Rational(1, 16), w: Rational(1, 4)}
    | {mu: Rational(17, 16), y: 1},
    "root_of": witness | {w: 2},
    "root": witness | {mu: Rational(11, 10)},
    "greater": witness | {mu: 1 - sqrt(2) / 2},
}


def proof():
    rate = mu - 1
    # with d = μ − 1: d² + (1 − β)d = w²(1 + d)
    above = combine(
        claim.part(0),
        using={
            "root": 4,
            "root_of": -4 * mu,
            "high_momentum": 4 * rate,
            "greater": 4 * w**2,
        },
    )
    growth = combine(claim.part(1), using={})
    return conjoin(claim, [above, growth])
