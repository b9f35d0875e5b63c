"""Where the second-order term does not vanish, it decides whether f rises or falls.

At a stationary point f(x + v) − f(x) = q/2 + e with q = v'Hv and |e| ≤ ρ|v|³/6, so that the
difference has the sign of q as soon as ρ|v|³ < 3|q|. The zeroth and first term are the same in all
directions; so minimum (all q > 0), maximum (all q < 0) and saddle (both) differ from the second
term on, if no curvature vanishes. Certificate: q·rise = rise² + q²/4 − e².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, lt, real

form, length, rise, rho = real("form length rise rho")

claim = Claim(
    id="second-order-term-decides-where-it-does-not-vanish",
    says="From a stationary point x, f(x + v) − f(x) is not zero and has the sign of the "
    "second-order term v'Hv as soon as ρ|v|³ < 3|v'Hv|.",
    items={"N-20": "part second-order-decides", "L-09": "part differ-in-second-derivatives"},
    where={
        form: ("the curvature at the point along the displacement v", r"v^\top \nabla^2 f(x) v"),
        length: ("the length of v", r"\|v\|"),
        rise: ("how much f rises", "f(x+v)-f(x)"),
        rho: "a Lipschitz constant of the Hessian",
    },
    given={
        "taylor": le((rise - form / 2) ** 2, (rho * length**3 / 6) ** 2),
        "near": lt((rho * length**3) ** 2, (3 * form) ** 2),
    },
    then=gt(form * rise),
    facts={"taylor": "taylor-with-lipschitz-hessian"},
    repairs="second-derivatives-tell-every-minimum-from-every-saddle",
    about="the second-order term at a stationary point",
    scope="every dimension; along directions of nonzero curvature",
)
witness = {form: -2, length: 1, rise: -1, rho: 1}
countermodels = {
    "taylor": witness | {rise: 0},
    "near": {form: 1, length: 1, rise: 0, rho: 3},
}


def proof():
    return combine(claim, using={"taylor": 1, "near": Rational(1, 36)}, squares=[(1, rise)])
