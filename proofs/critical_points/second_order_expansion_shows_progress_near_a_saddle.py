"""The second-order expansion, exact up to any small fraction of ε², shows progress near a saddle.

Along v the expansion of f is ε⟨g, v⟩ + ε²v'Hv/2, with error at most Bε³/6, B = ρ|v|³. If v'Hv < 0,
of v and −v take the one with ⟨g, v⟩ ≤ 0: f decreases for 0 < Bε < 3|v'Hv|, at the saddle, where
g = 0, and near it, where g is small or not.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real

rise, slope, form, step, third, kappa = real("rise slope form step third kappa")
error = rise - step * slope - step**2 * form / 2

claim = Claim(
    id="second-order-expansion-shows-progress-near-a-saddle",
    says="Where ⟨g, v⟩ ≤ 0, as for v or −v, and ρ|v|³ε < −3v'Hv, f(x + εv) − f(x) is negative, and "
    "it is ε⟨g, v⟩ + ε²v'Hv/2 up to κε² as soon as ρ|v|³ε ≤ 6κ.",
    items={"E-27": "part expansion-and-progress", "E-28": "whole"},
    where={
        rise: ("how much f rises along the step", r"f(x+\epsilon v)-f(x)"),
        slope: ("the slope of f at x along v", r"\langle \nabla f(x), v \rangle"),
        form: ("the curvature of f at x along v", r"v^\top \nabla^2 f(x) v"),
        step: ("the step length", r"\epsilon"),
        third: ("ρ|v|³, with ρ a Lipschitz constant of the Hessian", r"\rho\|v\|^3"),
        kappa: "the accuracy asked of the expansion",
    },
    given={
        "displaced": gt(step),
        "taylor_above": le(error, third * step**3 / 6),
        "taylor_below": ge(error, -third * step**3 / 6),
        "small": le(third * step, 6 * kappa),
        "not_uphill": le(slope, 0),
        "near": lt(third * step, -3 * form),
    },
    then=(le(error, kappa * step**2), ge(error, -kappa * step**2), lt(rise, 0)),
    facts={
        "taylor_above": "taylor-with-lipschitz-hessian",
        "taylor_below": "taylor-with-lipschitz-hessian",
    },
    scope="every dimension; ε is the small step length of the post, with which the decrease is "
    "certain and not only likely",
)
witness = {rise: -3, slope: 0, form: -6, step: 1, third: 6, kappa: 1}
countermodels = {
    "displaced": {rise: 0, slope: 0, form: -1, step: 0, third: 0, kappa: 0},
    "taylor_above": witness | {rise: 0},
    "taylor_below": witness | {rise: -8},
    "small": witness | {rise: -2, kappa: 0},
    "not_uphill": witness | {rise: 0, slope: 3},
    "near": {rise: 1, slope: 0, form: 0, step: 1, third: 6, kappa: 1},
}


def proof():
    sixth = Rational(1, 6)
    above, below = (
        combine(claim.part(i), using={name: 1, "small": step**2 * sixth})
        for i, name in enumerate(("taylor_above", "taylor_below"))
    )
    progress = combine(
        claim.part(2),
        using={"taylor_above": 1, "not_uphill": step, "near": step**2 * sixth},
    )
    return conjoin(claim, [above, below, progress])
