"""At a stationary point f(x + εv) − f(x) is ½ε²v'Hv up to any share of it, or of ε² where it is 0.

At a stationary point Taylor's theorem leaves an error of at most ρ|v|³ε³/6. This is λε² at most
once ρ|v|³ε ≤ 6λ, whatever v'Hv is, and κ times the quadratic term or less once ρ|v|³ε ≤ 3κ|v'Hv|,
which is what "≈" can mean. With κ < 1 the change has the sign of v'Hv: it is a
rise in every direction if H ≻ 0, a fall along an eigenvector of a negative eigenvalue.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, ge, gt, le, lt, real

rise, form, step, third, kappa, m = real("rise form step third kappa m")
any_rise, any_form, any_step, any_third, share = real("F q h B lambda")
any_error = any_rise - any_step**2 * any_form / 2
term = step**2 * form / 2

claim = Claim(
    id="the-quadratic-term-gives-the-change-up-to-any-factor",
    says="At a stationary point with H ≠ 0, for 0 ≤ κ < 1 and every ε > 0 with ρ|v|³ε ≤ 3κ|v'Hv|, "
    "f(x + εv) − f(x) differs from ½ε²v'Hv ≠ 0 by at most κ times that, and has its sign; for "
    "every v and λ > 0 it differs from ½ε²v'Hv by at most λε² if ρ|v|³ε ≤ 6λ.",
    items={"N-33": "whole", "N-34": "part quadratic-model", "E-09": "part expansion"},
    where={
        rise: ("the change of f along εv", r"f(x+\varepsilon v)-f(x)"),
        form: ("the Hessian's quadratic form at v", r"v^\top H v"),
        step: ("the size of the displacement", r"\varepsilon"),
        third: ("ρ|v|³ with ρ a Lipschitz constant of the Hessian", r"\rho\|v\|^3"),
        kappa: "the fraction of the quadratic term that the error may reach",
        (any_rise, any_form): "the change of f and the form for any w, the form may be 0",
        any_step: "the size of the displacement along w",
        any_third: ("ρ|w|³", r"\rho\|w\|^3"),
        share: "the fraction of the squared displacement that the error may reach",
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
        "any_displacement": gt(any_step),
        "any_third_order_bound": ge(any_third),
        "small_for_the_share": le(any_third * any_step, 6 * share),
        "any_taylor": le(any_error**2, (any_third * any_step**3 / 6) ** 2),
    },
    then=(
        le((rise - term) ** 2, (kappa * term) ** 2),
        gt(rise * form),
        le(any_error**2, share**2 * any_step**4),
    ),
    facts={
        "taylor": "taylor-with-lipschitz-hessian",
        "any_taylor": "taylor-with-lipschitz-hessian",
    },
    scope="every dimension; a stationary point",
)
half = Rational(1, 2)
any_w = {any_rise: 2, any_form: 2, any_step: 1, any_third: 6, share: 1}
witness = {rise: 1, form: 2, step: 1, third: 1, kappa: half, m: 2} | any_w
countermodels = {
    "displaced": any_w | {rise: 0, form: 1, step: 0, third: 0, kappa: 0, m: 1},
    "below_one": any_w | {rise: 0, form: 2, step: 1, third: 6, kappa: 1, m: 2},
    "curved": any_w | {rise: 0, form: 0, step: 1, third: 0, kappa: 0, m: 0},
    "size": any_w | {rise: 0, form: 1, step: 1, third: 3, kappa: half, m: 2},
    "small": any_w | {rise: 0, form: 2, step: 1, third: 6, kappa: half, m: 2},
    "taylor": witness | {rise: 0},
    "small_for_the_share": witness | {any_rise: 11, any_third: 60},
    "any_taylor": witness | {any_rise: 9},
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
    bound = any_third * any_step / 6
    of_any = combine(
        claim.part(2),
        using={"any_taylor": 1, "small_for_the_share": bound * any_step**4 / 3},
        squares=[(1, any_step**2 * (share - bound))],
    )
    return conjoin(claim, [near, same_sign, of_any])
