"""At a local maximum no direction has positive curvature.

Second-order necessity for −f (Nocedal & Wright 2006, Theorem 2.3): f(x ± εu) ≤ f(x) and Taylor's
theorem for both, in which the gradient cancels, give u'Hu ≤ ρε/3 for every small ε, hence u'Hu ≤ κ
for every κ > 0. So H ⪯ 0 is necessary for a maximum; H ≺ 0 suffices (claim
negative-definite-hessian-gives-a-strict-maximum).
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

form, rise, step, rho, kappa = real("form rise step rho kappa")

claim = Claim(
    id="curvature-at-a-maximum-is-nonpositive",
    says="At a local maximum, where f ≤ f(x*) nearby, H ⪯ 0 is necessary: no curvature is above κ, "
    "for any κ > 0.",
    items={"N-17": "part a-maximum-has-such-a-hessian"},
    where={
        form: ("the curvature along a unit vector u", r"u^\top H u"),
        rise: (
            "how much f rises from the maximum to x + εu and x − εu in the mean",
            r"\tfrac12 (f(x+\varepsilon u)+f(x-\varepsilon u))-f(x)",
        ),
        step: ("the length of the displacement", r"\varepsilon"),
        rho: "a Lipschitz constant of the Hessian",
        kappa: "a tolerance, of use if it is positive and small",
    },
    given={
        "displaced": gt(step),
        "maximum": le(rise, 0),
        "taylor": ge(rise, step**2 * form / 2 - rho * step**3 / 6),
        "small": le(rho * step, 3 * kappa),
    },
    then=le(form, kappa),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    tight=True,
    repairs="a-maximum-has-a-definite-hessian",
    about="a local maximum and its Hessian",
    scope="every dimension, every unit vector u; a Hessian that is Lipschitz near the point",
)
witness = {form: 1, rise: 0, step: 1, rho: 3, kappa: 1}
equality = witness
countermodels = {
    "displaced": witness | {step: 0, form: 2},
    "maximum": witness | {form: 2, rise: 1},
    "taylor": witness | {form: 2},
    "small": witness | {form: 2, rho: 6},
}


def proof():
    return combine(
        claim,
        using={"taylor": 2, "maximum": 2, "small": step**2 / 3},
        scale=step**2,
    )
