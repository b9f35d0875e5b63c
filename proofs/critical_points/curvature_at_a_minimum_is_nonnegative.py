"""At a local minimum no direction has negative curvature.

Second-order necessity (Nocedal & Wright 2006, Theorem 2.3). If f(x ± εu) ≥ f(x), Taylor's theorem
for both, in which the gradient cancels, gives u'Hu ≥ −ρε/3. A local minimum allows every small ε,
so u'Hu ≥ −κ for every κ > 0, which leaves u'Hu ≥ 0. That this is all, and curvature 0 does occur,
is shown by x² + y⁴. So H ⪰ 0 is necessary for a minimum, and H ≻ 0 sufficient (claim
positive-definite-hessian-gives-a-strict-minimum); neither is both.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

form, rise, step, rho, kappa = real("form rise step rho kappa")

claim = Claim(
    id="curvature-at-a-minimum-is-nonnegative",
    says="At a local minimum, where f ≥ f(x*) nearby, H ⪰ 0 is necessary: no curvature is below "
    "−κ, for any κ > 0.",
    items={"N-16": "part a-minimum-has-such-a-hessian", "L-20": "whole"},
    where={
        form: ("the curvature along a unit vector u", r"u^\top H u"),
        rise: (
            "how much f rises from the minimum to x + εu and x − εu in the mean",
            r"\tfrac12 (f(x+\varepsilon u)+f(x-\varepsilon u))-f(x)",
        ),
        step: ("the length of the displacement", r"\varepsilon"),
        rho: "a Lipschitz constant of the Hessian",
        kappa: "a tolerance, of use if it is positive and small",
    },
    given={
        "displaced": gt(step),
        "minimum": ge(rise),
        "taylor": le(rise, step**2 * form / 2 + rho * step**3 / 6),
        "small": le(rho * step, 3 * kappa),
    },
    then=ge(form, -kappa),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    tight=True,
    repairs="a-minimum-has-a-definite-hessian",
    about="a local minimum and its Hessian",
    scope="every dimension, every unit vector u; a Hessian that is Lipschitz near the point",
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
