"""Where v'Hv ≠ 0, f(x + εv) − f(x) is ½ε²v'Hv up to a factor in [1 − κ, 1 + κ] for small ε.

At a stationary point Taylor's theorem leaves an error of at most ρ|v|³ε³/6, which is κ times the
quadratic term or less once ρ|v|³ε ≤ 3κ|v'Hv|. With κ < 1 the change has the sign of v'Hv: it is a
rise in every direction if H ≻ 0, a fall along an eigenvector of a negative eigenvalue.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, ge, gt, le, lt, real

rise, form, step, third, kappa, m = real("rise form step third kappa m")
term = step**2 * form / 2

claim = Claim(
    id="the-quadratic-term-gives-the-change-up-to-any-factor",
    says="At a stationary point, for 0 ≤ κ < 1 and every ε > 0 with ρ|v|³ε ≤ 3κ|v'Hv|, "
    "f(x + εv) − f(x) differs from ½ε²v'Hv ≠ 0 by at most κ times that, and has its sign.",
    items={"N-34": "part quadratic-model", "E-09": "part expansion"},
    where={
        rise: ("the change of f along εv", r"f(x+\varepsilon v)-f(x)"),
        form: ("the Hessian's quadratic form at v", r"v^\top H v"),
        step: ("the size of the displacement", r"\varepsilon"),
        third: ("ρ|v|³ with ρ a Lipschitz constant of the Hessian", r"\rho\|v\|^3"),
        kappa: "the fraction of the quadratic term that the error may reach",
        m: ("the size of the form, or less", r"|v^\top H v|"),
    },
    given={
        "displaced": gt(step),
        "third_order_bound": ge(third),
        "fraction": ge(kappa),
        "below_one": lt(kappa, 1),
        "curved": gt(m),
        "size": ge(form**2, m**2),
        "small": le(third * step, 3 * kappa * m),
        "taylor": le((rise - term) ** 2, (third * step**3 / 6) ** 2),
    },
    then=(le((rise - term) ** 2, (kappa * term) ** 2), gt(rise * form)),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    scope="every dimension; a stationary point",
)
half = Rational(1, 2)
witness = {rise: 1, form: 2, step: 1, third: 1, kappa: half, m: 2}
countermodels = {
    "displaced": {rise: 0, form: 1, step: 0, third: 0, kappa: 0, m: 1},
    "below_one": {rise: 0, form: 2, step: 1, third: 6, kappa: 1, m: 2},
    "curved": {rise: 0, form: 0, step: 1, third: 0, kappa: 0, m: 0},
    "size": {rise: 0, form: 1, step: 1, third: 3, kappa: half, m: 2},
    "small": {rise: 0, form: 2, step: 1, third: 6, kappa: half, m: 2},
    "taylor": witness | {rise: 0},
}


def proof():
    near = combine(
        claim.part(0),
        using={
            "taylor": 1,
            "small": step**4 * (3 * kappa * m + third * step) / 36,
            "size": kappa**2 * step**4 / 4,
        },
    )
    weight = (1 - kappa) * (1 + kappa) * step**4 / 8
    same_sign = chain(
        claim.part(1),
        {"near": near},
        {"near": half, "size": weight},
        [(half, rise), (weight, m)],
        scale=step**2 / 2,
    )
    return conjoin(claim, [near, same_sign])
