"""PL with µ gives an L-smooth f the error bound ‖∇f(x)‖ ≥ µ‖x − p‖ with the same µ.

PL bounds the gradient by the gap, and the quadratic growth that follows from PL the gap by the
distance. Karimi, Nutini & Schmidt (2016), Theorem 2.
"""

from provenscape.kernel import Claim, combine, ge, gt, real

mu, gap, grad2, d2 = real("mu gap grad2 d2")

claim = Claim(
    id="pl-implies-the-error-bound",
    says="PL with µ gives an L-smooth f the error bound ‖∇f(x)‖ ≥ µ‖x − p‖, p the minimiser next "
    "to x.",
    items={},
    where={
        mu: "the PL constant",
        gap: ("the gap at x", "f(x)-f^*"),
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        d2: ("the squared distance of x from the minimiser p next to it", r"\|x-p\|^2"),
    },
    given={
        "constant": gt(mu),
        "pl": ge(grad2, 2 * mu * gap),
        "quadratic_growth": ge(gap, mu * d2 / 2),
    },
    then=ge(grad2, mu**2 * d2),
    facts={"quadratic_growth": "quadratic-growth-under-pl"},
    tight=True,
    scope="every dimension",
)
witness = {mu: 2, gap: 1, grad2: 4, d2: 1}
equality = witness
countermodels = {
    "constant": {mu: -1, gap: 0, grad2: 0, d2: 1},
    "pl": witness | {grad2: 0},
    "quadratic_growth": witness | {gap: 0, grad2: 0},
}


def proof():
    return combine(claim, using={"pl": 1, "quadratic_growth": 2 * mu})
