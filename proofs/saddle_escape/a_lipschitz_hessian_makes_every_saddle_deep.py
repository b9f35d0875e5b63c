"""At a stationary point with λ_min ≤ −√(ρε) f falls by (2/3)√(ε³/ρ) within the distance 2γ/ρ.

With a ρ-Lipschitz Hessian f(x + hv) − f(x) ≤ −γh²/2 + ρh³/6 along the eigenvector for −γ; at
h = 2γ/ρ that is −2γ³/(3ρ²), and γ² ≥ ρε makes its square at least (4/9)ε³/ρ. This is the unit
√(ε³/ρ) in which Jin et al. (2017) count the gain of an epoch.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

rise, h, gamma, rho, eps, gain = real("rise h gamma rho epsilon gain")

claim = Claim(
    id="a-lipschitz-hessian-makes-every-saddle-deep",
    says="Where the gradient vanishes and λ_min = −γ with γ ≥ √(ρε), a ρ-Lipschitz Hessian makes f "
    "fall by 2γ³/(3ρ²) ≥ (2/3)√(ε³/ρ) at the distance 2γ/ρ.",
    items={},
    where={
        rise: ("how much f rises from the stationary point x to x + hv", "f(x+hv)-f(x)"),
        h: "the distance gone along the unit eigenvector v for −γ, on either side",
        gamma: "minus the smallest eigenvalue of the Hessian at x",
        rho: "a Lipschitz constant of the Hessian",
        eps: "the accuracy",
        gain: "the number 2γ³/(3ρ²)",
    },
    given={
        "lipschitz": gt(rho),
        "step": eq(rho * h, 2 * gamma),
        "taylor": le(rise, -gamma * h**2 / 2 + rho * h**3 / 6),
        "negative_curvature": ge(gamma**2, rho * eps),
        "gain": eq(3 * rho**2 * gain, 2 * gamma**3),
    },
    then=(le(rise, -gain), ge(9 * rho * gain**2, 4 * eps**3)),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    scope="every dimension; the second part is squared",
)
witness = {rise: Rational(-2, 3), h: 2, gamma: 1, rho: 1, eps: 1, gain: Rational(2, 3)}
countermodels = {
    "step": witness | {h: 0, rise: 0},
    "taylor": witness | {rise: 0},
    "negative_curvature": witness | {eps: 2},
    "gain": witness | {gain: 1},
}


def proof():
    # with e = ρh − 2γ: 3ρ²(−γh²/2 + ρh³/6) + 2γ³ = e²(γ + ρh)/2
    excess, unit = rho * h - 2 * gamma, rho * eps
    fall = combine(
        claim.part(0),
        using={"taylor": 3 * rho**2, "gain": -1, "step": -excess * (gamma + rho * h) / 2},
        scale=3 * rho**2,
    )
    # γ⁶ − (ρε)³ = (γ² − ρε)((γ² + ρε/2)² + (3/4)(ρε)²)
    size = combine(
        claim.part(1),
        using={
            "gain": (3 * rho**2 * gain + 2 * gamma**3) / rho**3,
            "negative_curvature": (4 * (gamma**2 + unit / 2) ** 2 + 3 * unit**2) / rho**3,
        },
    )
    return conjoin(claim, [fall, size])
