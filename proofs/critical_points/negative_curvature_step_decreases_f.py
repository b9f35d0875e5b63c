"""A step of negative curvature decreases f: the second-order model with its remainder.

At a stationary point x with unit u, uᵀ∇²f(x)u = −γ and a ρ-Lipschitz Hessian,
f(x + ηu) ≤ f(x) − γη²/2 + ρη³/6, which is below f(x) for 0 < η < 3γ/ρ. Nesterov & Polyak (2006),
Lemma 1. The same holds for −u.
"""

from provenscape.kernel import Claim, combine, gt, le, lt, real

gamma, rho, eta, f_x, f_y = real("gamma rho eta f_x f_y")

claim = Claim(
    id="negative-curvature-step-decreases-f",
    items=["E-27", "E-28"],
    says="From a stationary point a step η < 3γ/ρ along curvature −γ decreases the function.",
    given={
        "taylor": le(f_y, f_x - gamma * eta**2 / 2 + rho * eta**3 / 6),
        "step": gt(eta),
        "short_step": lt(rho * eta, 3 * gamma),
    },
    then=lt(f_y, f_x),
    scope="taylor is the second-order expansion with its Lipschitz remainder at a stationary point",
)
witness = {gamma: 1, rho: 1, eta: 1, f_x: 1, f_y: 0}
countermodels = {
    "taylor": witness | {f_y: 2},
    "step": {gamma: 1, rho: 1, eta: 0, f_x: 1, f_y: 1},
    "short_step": {gamma: 1, rho: 6, eta: 1, f_x: 1, f_y: 1},
}


def proof():
    return combine(claim, using={"taylor": 1, "short_step": eta**2 / 6})
