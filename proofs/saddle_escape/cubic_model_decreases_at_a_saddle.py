"""At a strict saddle the cubic model falls by 2γ³/(3M²), at a step of length 2γ/M, and no further.

At a stationary point the model of Nesterov & Polyak (2006) is q/2 + (M/6)t³ with q = s'Hs and
t = |s|; q ≥ −γt² if −γ is the smallest eigenvalue of H, with equality along its eigenvector. Then
−γt²/2 + (M/6)t³ + 2γ³/(3M²) = (M/6)(t − 2γ/M)²(t + γ/M).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

q, t, curvature, lipschitz = real("q t gamma M")
gain = 2 * curvature**3 / (3 * lipschitz**2)
m = function("m", (t,), -curvature * t**2 / 2 + lipschitz * t**3 / 6)
best = 2 * curvature / lipschitz

claim = Claim(
    id="cubic-model-decreases-at-a-saddle",
    says="At a stationary point with smallest Hessian eigenvalue −γ < 0 the cubic model with "
    "constant M > 0 has the minimum −2γ³/(3M²), attained by steps of length 2γ/M along an "
    "eigenvector for −γ.",
    items={},
    where={
        q: ("the Hessian's quadratic form at the step s", r"s^\top H s"),
        t: ("the length of the step", r"\|s\|"),
        curvature: "minus the smallest eigenvalue of the Hessian",
        lipschitz: "the constant of the cubic term",
    },
    given={
        "curvature": ge(q, -curvature * t**2),
        "negative": gt(curvature),
        "length": ge(t),
        "lipschitz": gt(lipschitz),
    },
    then=(ge(q / 2 + lipschitz * t**3 / 6, -gain), eq(m(best), -gain)),
    facts={"curvature": "rayleigh-quotient"},
    scope="every dimension; the model at a stationary point, apart from the value there; m is the "
    "model along the eigenvector for −γ",
)
witness = {q: -4, t: 2, curvature: 1, lipschitz: 1}
countermodels = {
    "curvature": witness | {q: -9},
    "negative": {q: 0, t: 0, curvature: -1, lipschitz: 1},
}


def proof():
    away = (t - best) ** 2
    least = combine(
        claim.part(0),
        using={
            "curvature": Rational(1, 2),
            "length": lipschitz / 6 * away,
        },
        squares=[(curvature / 6, t - best)],
    )
    return conjoin(claim, [least, combine(claim.part(1), using={})])
