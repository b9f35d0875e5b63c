"""After a step of length 1/L, f(z) − (L/2)‖z − x₁‖² ≤ (1 − µ/L) f(x₀) for every z, taking f* = 0.

The quadratic upper bound at x₀, read at any z and with the square completed at x₁ = x₀ − ∇f(x₀)/L,
is f(z) ≤ f(x₀) − ‖∇f(x₀)‖²/(2L) + (L/2)‖z − x₁‖²; PL at x₀ does the rest. At z = x₁ it is the usual
one-step bound; used at all z it gives twice the rate (pl-one-step-squared).
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

L, mu, f_0, f_z, grad2, inner, z_x0, z_x1 = real("L mu f_0 f_z grad2 inner z_x0 z_x1")

claim = Claim(
    id="pl-envelope-at-the-step",
    says="After one step f(z) − f* − (L/2)‖z − x₁‖² is at most (1 − µ/L) times the first gap, at "
    "every point z.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        f_0: ("the gap at the start", "f(x_0)-f^*"),
        f_z: ("the gap at any point z", "f(z)-f^*"),
        grad2: ("the squared gradient norm at the start", r"\|\nabla f(x_0)\|^2"),
        inner: ("the slope at the start towards z", r"\langle \nabla f(x_0), z-x_0 \rangle"),
        z_x0: ("the squared distance of z from the start", r"\|z-x_0\|^2"),
        z_x1: ("the squared distance of z from the next iterate", r"\|z-x_1\|^2"),
    },
    given={
        "smooth": gt(L),
        "upper_bound": le(f_z, f_0 + inner + L * z_x0 / 2),
        "step": eq(z_x1, z_x0 + 2 * inner / L + grad2 / L**2),
        "pl": ge(grad2, 2 * mu * f_0),
    },
    then=le(f_z - L * z_x1 / 2, (1 - mu / L) * f_0),
    facts={"upper_bound": "quadratic-upper-bound"},
    tight=True,
    scope="every dimension",
)
witness = {L: 1, mu: 1, f_0: 1, f_z: 0, grad2: 2, inner: -2, z_x0: 2, z_x1: 0}
equality = witness
countermodels = {
    "upper_bound": witness | {f_z: 1},
    "step": witness | {inner: 0, z_x0: 0, f_z: 1},
    "pl": witness | {grad2: 0, inner: 0, z_x0: 0, f_z: 1},
}


def proof():
    return combine(claim, using={"upper_bound": 1, "step": L / 2, "pl": 1 / (2 * L)})
