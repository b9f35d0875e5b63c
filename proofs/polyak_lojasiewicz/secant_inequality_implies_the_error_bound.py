"""The restricted secant inequality with µ gives the error bound ‖∇f(x)‖ ≥ µ‖x − p‖.

‖∇f(x) − µ(x − p)‖² ≥ 0 does it; nothing else of f is used. Karimi, Nutini & Schmidt (2016),
Theorem 2.
"""

from provenscape.kernel import Claim, combine, ge, gt, real

mu, grad2, inner, d2 = real("mu grad2 inner d2")

claim = Claim(
    id="secant-inequality-implies-the-error-bound",
    says="The restricted secant inequality with µ gives the error bound ‖∇f(x)‖ ≥ µ‖x − p‖, p the "
    "minimiser next to x.",
    items={},
    where={
        mu: "the constant of the secant inequality",
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        inner: ("the slope at x away from p", r"\langle \nabla f(x), x-p \rangle"),
        d2: ("the squared distance of x from p", r"\|x-p\|^2"),
    },
    given={
        "constant": gt(mu),
        "secant_inequality": ge(inner, mu * d2),
        "square": ge(grad2 - 2 * mu * inner + mu**2 * d2),
    },
    then=ge(grad2, mu**2 * d2),
    tight=True,
    scope="every dimension; the square is that of ‖∇f(x) − µ(x − p)‖",
)
witness = {mu: 2, grad2: 4, inner: 2, d2: 1}
equality = witness
countermodels = {
    "constant": {mu: -1, grad2: 0, inner: 0, d2: 1},
    "secant_inequality": witness | {grad2: 0, inner: 1},
    "square": witness | {grad2: 0},
}


def proof():
    return combine(claim, using={"secant_inequality": 2 * mu, "square": 1})
