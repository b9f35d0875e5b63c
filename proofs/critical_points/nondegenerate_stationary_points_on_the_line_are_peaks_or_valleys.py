"""On the line a stationary point with nonzero second derivative is a strict peak or valley.

With c = f''(x) ≠ 0, Taylor's theorem gives |f(x + s) − f(x) − cs²/2| ≤ ρ|s|³/6, so that the
difference has the sign of c for 0 < |s| < 3|c|/ρ: a valley if c > 0, a peak if c < 0. The radius is
sharp: cs²/2 − ρs³/6 returns to 0 at s = 3c/ρ.
"""

from dataclasses import replace

from provenscape.kernel import Claim, combine, gt, le, lt, real

curvature, step, rise, rho = real("curvature step rise rho")

claim = Claim(
    id="nondegenerate-stationary-points-on-the-line-are-peaks-or-valleys",
    says="On the line a stationary point with c = f'' ≠ 0 is a strict valley if c > 0 and a strict "
    "peak if c < 0: at distances below 3|c|/ρ all differences have the sign of c.",
    items={"N-10": "whole"},
    where={
        curvature: ("the second derivative at the stationary point", "f''(x)"),
        step: ("a displacement on the line", "s"),
        rise: ("the change of f along it", "f(x+s)-f(x)"),
        rho: "a Lipschitz constant of the second derivative",
    },
    given={
        "displaced": gt(step**2),
        "taylor": le((rise - curvature * step**2 / 2) ** 2, (rho * step**3 / 6) ** 2),
        "near": lt((rho * step) ** 2, (3 * curvature) ** 2),
    },
    then=gt(curvature * rise),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    repairs="stationary-points-on-the-line-are-peaks-or-valleys",
    about="the stationary points of a function of one variable",
    scope="functions of one variable; a stationary point",
)
witness = {curvature: -2, step: -1, rise: -1, rho: 1}
countermodels = {
    "displaced": witness | {step: 0, rise: 0},
    "taylor": witness | {rise: 0},
    "near": {curvature: 1, step: 1, rise: 0, rho: 3},
}
mutants = [
    (
        "radius 4|c|/ρ",
        replace(claim, given=claim.given | {"near": lt((rho * step) ** 2, (4 * curvature) ** 2)}),
    ),
]


def proof():
    return combine(
        claim,
        using={"taylor": 1, "near": step**4 / 36},
        squares=[(1, rise)],
        scale=step**2,
    )
