"""However small y ≠ 0 is, a rounded step of descent on x² − y² enlarges it if η exceeds u.

y⁺ = y(1 + 2ηa)b with a, b ≥ 1 − u, and (1 + 2η(1 − u))(1 − u) > 1 once η > u and u ≤ ¼: so a very
small amount of noise suffices, if it has a component along y, and takes log(R/|y|) steps.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

y, excess, alpha, beta, unit = real("y h alpha beta u")
eta, a, b = unit + excess, 1 - unit + alpha, 1 - unit + beta  # step, 1 + δ₁ and 1 + δ₂

claim = Claim(
    id="any-displacement-along-y-grows-despite-rounding",
    items=["O-06"],
    says="Any nonzero y, however small, grows at every step of descent on x² − y², rounding errors "
    "included: a very small noise suffices if it reaches the escape direction.",
    given={
        "displaced": gt(y**2),
        "roundoff": ge(unit),
        "fine": le(unit, Rational(1, 4)),
        "first_error": ge(alpha),
        "second_error": ge(beta),
        "step": gt(excess),
    },
    then=gt(y**2 * (1 + 2 * eta * a) * b, y**2),
    repairs="rounding-errors-leave-the-saddle",
    scope="y⁺ = y(1 + 2ηa)b in arithmetic with relative errors up to u; a = 1 − u + α, "
    "b = 1 − u + β and η = u + h; the product (1 + 2ηa)b is above 1",
)
witness = {y: 1, excess: 1, alpha: 0, beta: 0, unit: 0}
countermodels = {
    "displaced": witness | {y: 0},
    "roundoff": {y: 1, excess: Rational(1, 16), alpha: 0, beta: 0, unit: Rational(-1, 2)},
    "fine": {y: 1, excess: 1, alpha: 0, beta: 0, unit: 1},
    "first_error": witness | {alpha: -2},
    "second_error": witness | {beta: -1},
    "step": witness | {excess: 0},
}


def proof():
    rate = 2 * unit * alpha + 2 * unit * (1 - unit) + 2 * excess * alpha + 2 * excess * (1 - unit)
    return combine(
        claim,
        using={
            "second_error": y**2 * (1 + rate),
            "first_error": 2 * eta * (1 - unit) * y**2,
            "step": 2 * (1 - unit) ** 2 * y**2,
            "fine": 4 * unit * y**2,
        },
        squares=[(2 * unit, unit * y)],
    )
