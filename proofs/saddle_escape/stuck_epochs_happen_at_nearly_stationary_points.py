"""If a step of length 1/L lowers f by less than Φ, the gradient there is shorter than √(2LΦ).

Descent lemma: the step lowers f by at least ‖∇f‖²/(2L).
"""

from provenscape.kernel import Claim, combine, gt, le, lt, real

L, Phi, f, f_next, grad2 = real("L Phi f f_next grad2")

claim = Claim(
    id="stuck-epochs-happen-at-nearly-stationary-points",
    says="Where a gradient step of length 1/L lowers f by less than Φ, ‖∇f‖² < 2LΦ.",
    items={"O-39": "part nearly-stationary"},
    where={
        L: "a Lipschitz constant of the gradient",
        Phi: "a bound of what the step gains",
        f: ("the value before the step", "f(x)"),
        f_next: ("the value after it", r"f(x-\nabla f(x)/L)"),
        grad2: ("the squared gradient norm before it", r"\|\nabla f(x)\|^2"),
    },
    given={
        "smooth": gt(L),
        "descent": le(f_next, f - grad2 / (2 * L)),
        "stuck": lt(f - f_next, Phi),
    },
    then=lt(grad2, 2 * L * Phi),
    facts={"descent": "quadratic-upper-bound"},
    scope="every dimension, one unperturbed step",
)
witness = {L: 1, Phi: 1, f: 0, f_next: 0, grad2: 0}
countermodels = {
    "smooth": {L: -1, Phi: 1, f: 0, f_next: 0, grad2: 0},
    "descent": {L: 1, Phi: 1, f: 0, f_next: 0, grad2: 4},
    "stuck": {L: 1, Phi: 1, f: 4, f_next: 0, grad2: 4},
}


def proof():
    return combine(claim, using={"descent": 2 * L, "stuck": 2 * L})
