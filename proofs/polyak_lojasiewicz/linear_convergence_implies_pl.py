"""If steps of length 1/L contract the gap by q everywhere, an L-smooth f is PL with µ = L(1 − q)/3.

Smoothness bounds what a step can gain: f(x) − f(x⁺) ≤ ‖∇f‖²/L + ‖∇f‖²/(2L). So PL is necessary
for linear convergence of gradient descent from every start, up to the constant, as
Abbaszadehpeivasti, de Klerk & Zamani (2023) show.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, q, gap, gap_next, grad2 = real("L q gap gap_next grad2")

claim = Claim(
    id="linear-convergence-implies-pl",
    says="If one step of length 1/L multiplies the gap by at most q from every start, an L-smooth "
    "function is PL with L(1 − q)/3.",
    items={"O-52": "instance"},
    where={
        L: "a Lipschitz constant of the gradient",
        q: "the factor of one step",
        gap: ("the gap at the iterate", "f(x)-f^*"),
        gap_next: ("the gap at the next one", "f(x^+)-f^*"),
        grad2: ("the squared gradient norm at the iterate", r"\|\nabla f(x)\|^2"),
    },
    given={
        "smooth": gt(L),
        "lower_bound": ge(gap_next, gap - grad2 / L - grad2 / (2 * L)),
        "contraction": le(gap_next, q * gap),
    },
    then=ge(grad2 / 2, L * (1 - q) / 3 * gap),
    facts={"lower_bound": "quadratic-lower-bound"},
    tight=True,
    scope="every dimension; attained over the stated hypotheses",
)
witness = {L: 1, q: Rational(1, 4), gap: 2, gap_next: Rational(1, 2), grad2: 1}
equality = witness
countermodels = {
    "lower_bound": witness | {grad2: 0},
    "contraction": witness | {gap_next: 2, grad2: 0},
}


def proof():
    return combine(claim, using={"lower_bound": L / 3, "contraction": L / 3})
