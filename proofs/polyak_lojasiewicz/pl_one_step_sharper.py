"""One step of length 1/L contracts the gap of a PL function by (2L − 2µ)/(2L + µ).

PL at both ends of the step, and the interpolation inequality of L-smooth functions between them
(Taylor, Hendrickx & Glineur, SIAM J. Optim. 27(3), 2017, Theorem 3.10): f₀ ≥ f₁ + ½⟨g₀ + g₁, x₀ −
x₁⟩ + ‖g₀ − g₁‖²/(4L) − (L/4)‖x₀ − x₁‖², with x₀ − x₁ = g₀/L. The bound is that of
Abbaszadehpeivasti, de Klerk & Zamani (2023), Theorem 3. PL at one more point, as Rubbens, Hendrickx
& Taylor (2025) have it, lowers the factor, and PL at all points lowers it to (1 − µ/L)²
(pl-one-step-squared).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, f_0, f_1, f_star = real("L mu f_0 f_1 f_star")
g00, g01, g11 = real("g00 g01 g11")

claim = Claim(
    id="pl-one-step-sharper",
    says="The factor 1 − µ/L of one step can be lowered to (2L − 2µ)/(2L + µ).",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        f_0: ("the value at the iterate", "f(x_0)"),
        f_1: ("the value at the next one", "f(x_1)"),
        f_star: ("the infimum", "f^*"),
        g00: ("the squared gradient norm at the iterate", r"\|\nabla f(x_0)\|^2"),
        g01: (
            "the inner product of both gradients",
            r"\langle \nabla f(x_0), \nabla f(x_1) \rangle",
        ),
        g11: ("the squared gradient norm at the next one", r"\|\nabla f(x_1)\|^2"),
    },
    given={
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "interpolation": ge(
            f_0, f_1 + (g00 + g01) / (2 * L) + (g00 - 2 * g01 + g11) / (4 * L) - g00 / (4 * L)
        ),
        "pl_at_start": ge(g00, 2 * mu * (f_0 - f_star)),
        "pl_at_end": ge(g11, 2 * mu * (f_1 - f_star)),
    },
    then=le(f_1 - f_star, (2 * L - 2 * mu) / (2 * L + mu) * (f_0 - f_star)),
    facts={"interpolation": "smooth-nonconvex-interpolation"},
    tight=True,
    scope="every dimension; attained over these hypotheses, PL at the two ends alone",
)
witness = {
    L: 2, mu: 1, f_0: 1, f_1: Rational(2, 5), f_star: 0,
    g00: 2, g01: Rational(2, 5), g11: Rational(4, 5),
}  # fmt: skip
equality = witness
countermodels = {
    "pl_constant": {L: 1, mu: -1, f_0: -1, f_1: -3, f_star: 0, g00: 2, g01: 0, g11: 6},
    "interpolation": witness | {f_1: 1, g11: 2},
    "pl_at_start": witness | {f_1: 0, f_star: -1, g00: 0, g01: 0, g11: 4},
    "pl_at_end": witness | {f_1: Rational(1, 2), g01: 0, g11: 0},
}


def proof():
    return combine(
        claim,
        using={"interpolation": 1, "pl_at_start": 1 / (2 * L), "pl_at_end": 1 / (4 * L)},
        scale=(2 * L + mu) / (2 * L),
    )
