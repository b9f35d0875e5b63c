"""A short displacement along a direction of negative curvature decreases f.

At a stationary point with u'Hu = −γ < 0, as for a unit eigenvector of λ_min(H) = −γ, Taylor's
theorem gives f(x + εu) − f(x) ≤ −γε²/2 + ρε³/6, which is negative for 0 < ε < 3γ/ρ. The radius is
sharp: the cubic −γs²/2 + ρs³/6 is back at 0 where ε = 3γ/ρ. By symmetry −u does as well as u.
"""

from dataclasses import replace

from provenscape.kernel import Claim, combine, gt, le, lt, real

rise, step, gamma, rho = real("rise step gamma rho")

claim = Claim(
    id="negative-curvature-direction-decreases-f",
    says="Where g = 0 and a unit vector u, for example an eigenvector of λ_min, has u'Hu = −γ < 0, "
    "every displacement εu with 0 < ε < 3γ/ρ decreases f.",
    items={
        "N-34": "part decrease",
        "N-35": "whole",
        "O-26": "part strict-saddle-panel",
        "E-28": "whole",
    },
    where={
        rise: ("the change of f along εu", r"f(x+\varepsilon u)-f(x)"),
        step: ("the length of the displacement", r"\varepsilon"),
        gamma: ("minus the curvature along the unit vector u", r"-u^\top H u"),
        rho: "a Lipschitz constant of the Hessian",
    },
    given={
        "displaced": gt(step),
        "taylor": le(rise, -gamma * step**2 / 2 + rho * step**3 / 6),
        "near": lt(rho * step, 3 * gamma),
    },
    then=lt(rise, 0),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    repairs="every-step-along-negative-curvature-decreases-f",
    about="a step along a direction of negative curvature",
    scope="every dimension; a stationary point; ε is the small step length of the post, with which "
    "the decrease is certain and not only likely",
)
witness = {rise: -1, step: 1, gamma: 3, rho: 3}
countermodels = {
    "displaced": {rise: 0, step: 0, gamma: 1, rho: 1},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, step: 1, gamma: 1, rho: 3},
}
mutants = [
    ("radius 4γ/ρ", replace(claim, given=claim.given | {"near": lt(rho * step, 4 * gamma)})),
]


def proof():
    return combine(claim, using={"taylor": 1, "near": step**2 / 6})
