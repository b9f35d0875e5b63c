"""At a local minimum no direction has negative curvature.

Second-order necessity (Nocedal & Wright 2006, Theorem 2.3). If f(x + εu) ≥ f(x), Taylor's theorem
gives u'Hu ≥ −ρε/3. A local minimum allows every small ε, so u'Hu ≥ −κ for every κ > 0, which
leaves u'Hu ≥ 0. That this is all, and curvature 0 does occur, is shown by x² + y⁴.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

form, rise, step, rho, kappa = real("form rise step rho kappa")  # u'Hu, f(x+εu) − f(x), ε, ρ, κ

claim = Claim(
    id="curvature-at-a-minimum-is-nonnegative",
    items=["N-16", "L-20"],
    says="At a local minimum all curvatures are ≥ 0: none is below −κ, for every κ > 0.",
    given={
        "displaced": gt(step),
        "minimum": ge(rise),
        "taylor": le(rise, step**2 * form / 2 + rho * step**3 / 6),
        "small": le(rho * step, 3 * kappa),
    },
    then=ge(form, -kappa),
    tight=True,
    repairs="a-minimum-need-not-have-a-definite-hessian",
    scope="every dimension, every unit vector u; κ is arbitrary, and a local minimum admits an ε "
    "small enough for it; 'taylor' is Taylor's theorem where g = 0 and H is ρ-Lipschitz",
)
witness = {form: -1, rise: 0, step: 1, rho: 3, kappa: 1}
equality = witness
countermodels = {
    "displaced": witness | {step: 0, form: -2},
    "minimum": witness | {form: -2, rise: -1},
    "taylor": witness | {form: -2},
    "small": witness | {form: -2, rho: 6},
}


def proof():
    return combine(
        claim,
        using={"taylor": 2, "minimum": 2, "small": step**2 / 3},
        scale=step**2,
    )
