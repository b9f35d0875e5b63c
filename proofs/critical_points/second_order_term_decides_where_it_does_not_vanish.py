"""Where the second-order term does not vanish, it decides whether f rises or falls.

At a stationary point f(x + v) − f(x) = q/2 + e with q = v'Hv and |e| ≤ ρ|v|³/6, so that the
difference has the sign of q as soon as ρ|v|³ < 3|q|. The zeroth and first term are the same in all
directions; so minimum (all q > 0), maximum (all q < 0) and saddle (both) differ from the second
term on, if no curvature vanishes. Certificate: q·rise = rise² + q²/4 − e².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, lt, real

form, length, rise, rho = real("form length rise rho")  # v'Hv, |v|, f(x + v) − f(x), Lipschitz of H

claim = Claim(
    id="second-order-term-decides-where-it-does-not-vanish",
    items=["N-20", "L-09", "E-28"],
    says="Along directions of nonzero curvature the second-order term is the first that differs, "
    "and f rises or falls with its sign at small distance.",
    given={
        "taylor": le((rise - form / 2) ** 2, (rho * length**3 / 6) ** 2),
        "near": lt((rho * length**3) ** 2, (3 * form) ** 2),
    },
    then=gt(form * rise),
    repairs="second-derivatives-do-not-tell-every-minimum-from-every-saddle",
    scope="every dimension; 'taylor' is Taylor's theorem at a stationary point where H is "
    "ρ-Lipschitz; minimum, saddle and maximum with the curvatures that N-20 gives them in brackets",
)
witness = {form: -2, length: 1, rise: -1, rho: 1}
countermodels = {
    "taylor": witness | {rise: 0},
    "near": {form: 1, length: 1, rise: 0, rho: 3},
}


def proof():
    return combine(claim, using={"taylor": 1, "near": Rational(1, 36)}, squares=[(1, rise)])
