"""The step −η∇f minimises ⟨∇f, d⟩ + ‖d‖²/(2η) over all d: what a gradient step is.

The difference to the minimum −η‖∇f‖²/2, which d = −η∇f attains, is ‖d + η∇f‖²/(2η), a
squared norm: the step's definition in other words.
"""

from provenscape.kernel import Claim, combine, ge, gt, real

eta, inner, d2, grad2 = real("eta inner d2 grad2")

claim = Claim(
    id="gradient-step-minimises-the-quadratic-model",
    says="A gradient step of size η minimises the linear model plus ‖d‖²/(2η).",
    items={"E-03": "definition"},
    where={
        eta: "the step size",
        inner: ("the linear model along a displacement d", r"\langle\nabla f(x), d\rangle"),
        d2: ("the squared length of d", r"\|d\|^2"),
        grad2: ("the squared gradient norm", r"\|\nabla f(x)\|^2"),
    },
    given={"step": gt(eta), "square_of_d_plus_eta_grad": ge(d2 + 2 * eta * inner + eta**2 * grad2)},
    then=ge(inner + d2 / (2 * eta), -eta * grad2 / 2),
    tight=True,
    scope="every dimension",
)
witness = {eta: 1, inner: -1, d2: 1, grad2: 1}
equality = witness
countermodels = {"square_of_d_plus_eta_grad": {eta: 1, inner: -2, d2: 1, grad2: 1}}


def proof():
    return combine(claim, using={"square_of_d_plus_eta_grad": 1 / (2 * eta)})
