"""The step −η∇f minimises ⟨∇f, d⟩ + ‖d‖²/(2η) over all d: what a gradient step is.

The difference to the minimum −η‖∇f‖²/2 is ‖d + η∇f‖²/(2η).
"""

from provenscape.kernel import Claim, combine, ge, gt, real

eta, inner, d2, grad2 = real("eta inner d2 grad2")  # ⟨∇f, d⟩, ‖d‖², ‖∇f‖²

claim = Claim(
    id="gradient-step-minimises-the-quadratic-model",
    items=["E-03"],
    says="A gradient step of size η minimises the linear model plus ‖d‖²/(2η).",
    given={"step": gt(eta), "gram": ge(d2 + 2 * eta * inner + eta**2 * grad2)},
    then=ge(inner + d2 / (2 * eta), -eta * grad2 / 2),
    tight=True,
    scope="equality at d = −η∇f",
)
witness = {eta: 1, inner: -1, d2: 1, grad2: 1}
equality = witness
countermodels = {"gram": {eta: 1, inner: -2, d2: 1, grad2: 1}}


def proof():
    return combine(claim, using={"gram": 1 / (2 * eta)})
