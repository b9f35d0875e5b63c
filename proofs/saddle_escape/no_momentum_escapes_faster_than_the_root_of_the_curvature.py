"""Heavy ball's growth factor along curvature −γ is at most 1 + √(ηγ) + ηγ, whatever 0 ≤ β ≤ 1.

With w² = ηγ the root μ = 1 + δ has δ(δ + 1 − β) = w²(1 + δ), so δ² ≤ w²(1 + δ), and (w + w² − δ)(δ
+ w) = w³ + w²(1 + δ) − δ². So the order of momentum-escapes-within-one-over-the-root-of-the-
curvature is the best there is for heavy ball, and no more than log(R/r)/log μ can be saved: the
distance after t steps from rest is at most μ^t times the first.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, chain, combine, eq, ge, gt, le, real

beta, eta, gamma, mu, w = real("beta eta gamma mu w")

claim = Claim(
    id="no-momentum-escapes-faster-than-the-root-of-the-curvature",
    says="Along curvature −γ with ηγ ≥ 0 a root μ > 1 of z² − (1 + β + ηγ)z + β, the growth factor "
    "of heavy ball, is at most 1 + √(ηγ) + ηγ, whatever the momentum β ≤ 1.",
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
        "positive_root": ge(w),
        "root_of": eq(w**2, eta * gamma),
        "root": eq(mu**2 - (1 + beta + eta * gamma) * mu + beta),
        "greater": gt(mu, 1),
    },
    then=le(mu, 1 + w + eta * gamma),
    scope="heavy ball with constant η and β, quadratic functions",
)
half = Rational(1, 2)
witness = {beta: half, eta: 1, gamma: half, w: sqrt(2) / 2, mu: 1 + sqrt(2) / 2}
countermodels = {
    "friction": {beta: 4, eta: 1, gamma: half, w: sqrt(2) / 2, mu: (11 + sqrt(57)) / 4},
    "positive_root": witness | {w: -sqrt(2) / 2},
    "root_of": witness | {w: 0},
    "root": witness | {mu: 3},
}


def proof():
    rate = mu - 1
    positive = combine(
        claim.lemma("the scale", claim.given, gt(rate + w)),
        using={"greater": 1, "positive_root": 1},
    )
    return chain(
        claim,
        {"positive": positive},
        using={
            "root": -1,
            "root_of": 1 - w,
            "friction": rate,
            "positive_root": w**2,
        },
        scale=rate + w,
    )
