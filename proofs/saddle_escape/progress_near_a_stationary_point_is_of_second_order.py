"""A gradient step from within δ of a stationary point changes f by at most ηL²δ²(1 + Lη/2).

|f(x⁺) − f(x)| ≤ |⟨∇f, x⁺ − x⟩| + (L/2)‖x⁺ − x‖², with x⁺ − x = −η∇f and ‖∇f‖ ≤ Lδ. So f stagnates
near every stationary point, for as long as the iterate stays within δ of it.
"""

from provenscape.kernel import Claim, combine, ge, le, real

L, eta, delta, f, f_next, grad2 = real("L eta delta f f_next grad2")

claim = Claim(
    id="progress-near-a-stationary-point-is-of-second-order",
    items=["N-36", "L-26"],
    says="One gradient step within δ of a stationary point lowers f by at most ηL²δ²(1 + Lη/2).",
    given={
        "smooth": ge(L),
        "step": ge(eta),
        "taylor": le(f - f_next, eta * grad2 * (1 + L * eta / 2)),
        "small_gradient": le(grad2, L**2 * delta**2),
    },
    then=le(f - f_next, eta * L**2 * delta**2 * (1 + L * eta / 2)),
    tight=True,
    scope="taylor: the quadratic bound of an L-smooth function, with the step −η∇f put in",
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
