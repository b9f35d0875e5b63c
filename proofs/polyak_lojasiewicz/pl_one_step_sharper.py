"""One step of length 1/L contracts the gap of a PL function by (2L − 2µ)/(2L + µ) < 1 − µ/L.

Abbaszadehpeivasti, de Klerk & Zamani (2023). PL at both ends of the step, and the interpolation
inequality of L-smooth functions between them (Taylor, Hendrickx & Glineur 2017, Theorem 4):
f₀ ≥ f₁ + ½⟨g₀ + g₁, x₀ − x₁⟩ + ‖g₀ − g₁‖²/(4L) − (L/4)‖x₀ − x₁‖², with x₀ − x₁ = g₀/L.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, f0, f1, f_star = real("L mu f0 f1 f_star")
g00, g01, g11 = real("g00 g01 g11")  # ‖∇f(x₀)‖², ⟨∇f(x₀), ∇f(x₁)⟩, ‖∇f(x₁)‖²

claim = Claim(
    id="pl-one-step-sharper",
    items=[],
    says="The factor 1 − µ/L of one step can be lowered to (2L − 2µ)/(2L + µ).",
    given={
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "interpolation": ge(
            f0, f1 + (g00 + g01) / (2 * L) + (g00 - 2 * g01 + g11) / (4 * L) - g00 / (4 * L)
        ),
        "pl_at_start": ge(g00, 2 * mu * (f0 - f_star)),
        "pl_at_end": ge(g11, 2 * mu * (f1 - f_star)),
    },
    then=le(f1 - f_star, (2 * L - 2 * mu) / (2 * L + mu) * (f0 - f_star)),
    tight=True,
    scope="attained over these hypotheses, PL at the two ends alone; over functions that are PL "
    "everywhere see pl-one-step-squared",
)
witness = {
    L: 2, mu: 1, f0: 1, f1: Rational(2, 5), f_star: 0,
    g00: 2, g01: Rational(2, 5), g11: Rational(4, 5),
}  # fmt: skip
equality = witness
countermodels = {
    "pl_constant": {L: 1, mu: -1, f0: -1, f1: -3, f_star: 0, g00: 2, g01: 0, g11: 6},
    "interpolation": witness | {f1: 1, g11: 2},
    "pl_at_start": witness | {f0: 0, f1: 0, f_star: -1, g00: 0, g01: 0, g11: 2} | {f0: 1, g11: 4},
    "pl_at_end": witness | {f1: Rational(1, 2), g01: 0, g11: 0},
}


def proof():
    return combine(
        claim,
        using={"interpolation": 1, "pl_at_start": 1 / (2 * L), "pl_at_end": 1 / (4 * L)},
        scale=(2 * L + mu) / (2 * L),
    )
