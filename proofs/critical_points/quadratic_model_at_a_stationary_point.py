"""Near a stationary point f is its quadratic model up to any prescribed fraction of ε².

Taylor's theorem where g = 0: |f(x + εv) − f(x) − ε²v'Hv/2| ≤ Bε³/6 with B = ρ|v|³. So for every
κ > 0 the error is at most κε² once 0 < Bε ≤ 6κ, which is what "≈" means where v'Hv may be 0. Where
it is not, the error is small against the quadratic term itself (claim
the-quadratic-term-gives-the-change-up-to-any-factor).
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

rise, form, step, third, kappa = real("rise form step third kappa")
error = rise - step**2 * form / 2

claim = Claim(
    id="quadratic-model-at-a-stationary-point",
    says="f(x + εv) − f(x) is ε²v'Hv/2 up to an error of at most κε², for every κ > 0 and every "
    "ε > 0 with ρ|v|³ε ≤ 6κ.",
    items={"N-33": "whole"},
    where={
        rise: ("the change of f along εv", r"f(x+\varepsilon v)-f(x)"),
        form: ("the Hessian's quadratic form at v", r"v^\top H v"),
        step: ("the size of the displacement", r"\varepsilon"),
        third: ("ρ|v|³ with ρ a Lipschitz constant of the Hessian", r"\rho\|v\|^3"),
        kappa: "the fraction of ε² that the error may reach",
    },
    given={
        "displaced": gt(step),
        "third_order_bound": ge(third),
        "taylor": le(error**2, (third * step**3 / 6) ** 2),
        "small": le(third * step, 6 * kappa),
    },
    then=le(error**2, kappa**2 * step**4),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    tight=True,
    scope="every dimension; a stationary point",
)
witness = {rise: 2, form: 2, step: 1, third: 6, kappa: 1}
equality = witness
countermodels = {
    "displaced": {rise: 10, form: 0, step: -1, third: 60, kappa: 1},
    "third_order_bound": {rise: 10, form: 0, step: 1, third: -60, kappa: 1},
    "taylor": witness | {rise: 9},
    "small": {rise: 10, form: 0, step: 1, third: 60, kappa: 1},
}


def proof():
    bound = third * step / 6
    return combine(
        claim,
        using={"taylor": 1, "small": bound * step**4 / 3},
        squares=[(1, step**2 * (kappa - bound))],
    )
