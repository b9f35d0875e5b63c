"""The error bound ‖∇f(x)‖ ≥ µ‖x − p‖ makes an L-smooth f PL with µ²/L.

The quadratic upper bound at the minimiser p, where the gradient is 0, is f(x) − f* ≤ (L/2)‖x − p‖².
Karimi, Nutini & Schmidt (2016), Theorem 2.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, gap, grad2, d2 = real("L mu gap grad2 d2")

claim = Claim(
    id="error-bound-implies-pl",
    says="On an L-smooth f the error bound ‖∇f(x)‖ ≥ µ‖x − p‖ gives PL with the constant µ²/L.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the constant of the error bound",
        gap: ("the gap at x", "f(x)-f^*"),
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        d2: ("the squared distance of x from the minimiser p next to it", r"\|x-p\|^2"),
    },
    given={
        "smooth": gt(L),
        "error_bound": ge(grad2, mu**2 * d2),
        "upper_bound": le(gap, L * d2 / 2),
    },
    then=ge(grad2 / 2, mu**2 / L * gap),
    facts={"upper_bound": "quadratic-upper-bound"},
    bridges=("first-order-necessary-condition",),
    tight=True,
    scope="every dimension; f with a minimiser; attained by ½L‖x‖²",
)
witness = {L: 2, mu: 2, gap: 1, grad2: 4, d2: 1}
equality = witness
countermodels = {
    "error_bound": witness | {grad2: 0},
    "upper_bound": witness | {gap: 2},
}


def proof():
    return combine(claim, using={"error_bound": 1, "upper_bound": 2 * mu**2 / L}, scale=2)
