"""A short displacement along a direction of negative curvature decreases f.

At a stationary point with λ_min(H) = −γ < 0 and unit eigenvector u, Taylor's theorem gives
f(x + εu) − f(x) ≤ −γε²/2 + ρε³/6, which is negative for 0 < ε < 3γ/ρ. The radius is sharp: the
cubic −γs²/2 + ρs³/6 is back at 0 where ε = 3γ/ρ. By symmetry −u does as well as u.
"""

from provenscape.kernel import Claim, combine, gt, le, lt, real

rise, step, gamma, rho = real("rise step gamma rho")  # f(x + εu) − f(x), ε, −λ_min, Lipschitz of H

claim = Claim(
    id="negative-curvature-direction-decreases-f",
    items=["N-34", "N-35", "O-26", "E-28"],
    says="Where g = 0 and u is a unit eigenvector of λ_min = −γ < 0, every displacement ±εu with "
    "0 < ε < 3γ/ρ decreases f.",
    given={
        "displaced": gt(step),
        "taylor": le(rise, -gamma * step**2 / 2 + rho * step**3 / 6),
        "near": lt(rho * step, 3 * gamma),
    },
    then=lt(rise, 0),
    repairs="a-long-step-along-negative-curvature-may-increase-f",
    scope="every dimension; 'taylor' is Taylor's theorem at a stationary point where H is "
    "ρ-Lipschitz along u; for another length of u read ε|u| for ε",
)
witness = {rise: -1, step: 1, gamma: 3, rho: 3}
countermodels = {
    "displaced": {rise: 0, step: 0, gamma: 1, rho: 1},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, step: 1, gamma: 1, rho: 3},
}
mutants = [
    (
        "radius 4γ/ρ",
        Claim(
            claim.id,
            claim.items,
            claim.says,
            claim.given | {"near": lt(rho * step, 4 * gamma)},
            claim.then,
        ),
    )
]


def proof():
    return combine(claim, using={"taylor": 1, "near": step**2 / 6})
