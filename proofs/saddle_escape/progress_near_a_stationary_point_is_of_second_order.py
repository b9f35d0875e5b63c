"""A step within δ of a stationary point of an L-smooth f lowers f by at most ηL²δ²(1 + Lη/2).

f(x⁺) ≥ f(x) + ⟨∇f, x⁺ − x⟩ − (L/2)‖x⁺ − x‖², with x⁺ − x = −η∇f, and ‖∇f‖ ≤ Lδ since the gradient
is Lipschitz and vanishes at the stationary point. So f stagnates near every stationary point, for
as long as the iterate stays within δ of it.
"""

from provenscape.kernel import Claim, combine, ge, le, real

L, eta, delta, f, f_next, grad2 = real("L eta delta f f_next grad2")

claim = Claim(
    id="progress-near-a-stationary-point-is-of-second-order",
    says="One gradient step of length η within δ of a stationary point of an L-smooth function "
    "lowers it by at most ηL²δ²(1 + Lη/2).",
    items={"N-36": "part progress-negligible", "L-26": "part stagnation"},
    where={
        L: "a Lipschitz constant of the gradient",
        eta: "the step length",
        delta: "a bound of the distance to the stationary point",
        f: ("the value before the step", "f(x)"),
        f_next: ("the value after it", r"f(x-\eta\nabla f(x))"),
        grad2: ("the squared gradient norm before the step", r"\|\nabla f(x)\|^2"),
    },
    given={
        "smooth": ge(L),
        "step": ge(eta),
        "taylor": le(f - f_next, eta * grad2 * (1 + L * eta / 2)),
        "small_gradient": le(grad2, L**2 * delta**2),
    },
    then=le(f - f_next, eta * L**2 * delta**2 * (1 + L * eta / 2)),
    facts={"taylor": "quadratic-lower-bound"},
    tight=True,
    scope="every dimension",
)
witness = {L: 1, eta: 1, delta: 1, f: 0, f_next: 0, grad2: 1}
equality = {L: 1, eta: 2, delta: 1, f: 4, f_next: 0, grad2: 1}
countermodels = {
    "smooth": {L: -4, eta: 1, delta: 1, f: 0, f_next: 0, grad2: 0},
    "step": {L: 1, eta: -1, delta: 1, f: 0, f_next: 0, grad2: 0},
    "taylor": witness | {f: 2},
    "small_gradient": witness | {grad2: 4, f: 6},
}


def proof():
    return combine(claim, using={"taylor": 1, "small_gradient": eta * (1 + L * eta / 2)})
