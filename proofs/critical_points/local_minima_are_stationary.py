"""At a local minimum the gradient vanishes.

Fermat's theorem by one gradient step: f(x − ηg) ≤ f(x) − η(1 − Lη/2)|g|². A local minimum allows
some short step with f(x − ηg) ≥ f(x), which leaves |g|² ≤ 0.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, lt, real

change, gradient2, eta, L = real("change gradient2 eta L")

claim = Claim(
    id="local-minima-are-stationary",
    says="At a local minimum of a smooth function the gradient is 0.",
    items={"L-09": "part both-are-stationary"},
    where={
        change: ("the change of f by a short gradient step", r"f(x-\eta g)-f(x)"),
        gradient2: ("the squared gradient norm at the minimum", r"\|g\|^2"),
        eta: "the length of the step, short enough for the minimum's neighbourhood",
        L: "a Lipschitz constant of the gradient",
    },
    given={
        "step": gt(eta),
        "short": lt(L * eta, 2),
        "minimum": ge(change),
        "descent": le(change, -eta * gradient2 + L * eta**2 * gradient2 / 2),
    },
    then=le(gradient2, 0),
    facts={"descent": "quadratic-upper-bound"},
    tight=True,
    scope="every dimension",
)
witness = {change: 0, gradient2: 0, eta: 1, L: 1}
equality = witness
countermodels = {
    "step": {change: 0, gradient2: 1, eta: 0, L: 1},
    "short": {change: 0, gradient2: 1, eta: 1, L: 2},
    "minimum": {change: -1, gradient2: 1, eta: 1, L: 0},
    "descent": witness | {gradient2: 1},
}


def proof():
    return combine(claim, using={"minimum": 1, "descent": 1}, scale=eta * (2 - L * eta) / 2)
