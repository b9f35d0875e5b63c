"""Short of underflow a rounded step of descent on x² − y² enlarges any y ≠ 0 if η exceeds u.

y⁺ = y(1 + 2ηa)b with a, b ≥ 1 − u, and (1 + 2η(1 − u))(1 − u) > 1 once η > u and u ≤ ¼: so a very
small amount of noise suffices, if it has a component along y, and takes log(R/|y|) steps.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, delta1, delta2, unit = real("eta delta_1 delta_2 u")
following = (y - eta * f.partial(y) * (1 + delta1)) * (1 + delta2)

claim = Claim(
    id="any-displacement-along-y-grows-despite-rounding",
    says="Any nonzero y keeps its sign and grows at every step of descent on x² − y² with η > u, "
    "rounding errors of at most u ≤ ¼ included, short of underflow and overflow: a very small "
    "noise suffices if it reaches the escape direction.",
    items={"O-06": "instance"},
    where={
        eta: "the step length",
        delta1: "the relative rounding error of the product",
        delta2: "the relative rounding error of the difference",
        unit: "the unit roundoff",
    },
    given={
        "displaced": gt(y**2),
        "roundoff": ge(unit),
        "fine": le(unit, Rational(1, 4)),
        "first_error": ge(delta1, -unit),
        "second_error": ge(delta2, -unit),
        "step": gt(eta, unit),
    },
    then=gt(y * following, y**2),
    facts={
        "first_error": "standard-model-of-floating-point-arithmetic",
        "second_error": "standard-model-of-floating-point-arithmetic",
    },
    repairs="rounding-errors-leave-the-saddle",
    scope="no underflow: sizes at which rounding errors are relative; the factor 2 of the slope is "
    "exact in binary arithmetic",
)
witness = {y: 1, x: 0, eta: 1, delta1: 0, delta2: 0, unit: 0}
countermodels = {
    "displaced": witness | {y: 0},
    "fine": witness | {eta: 2, delta1: -1, delta2: -1, unit: 1},
    "first_error": witness | {delta1: -2},
    "second_error": witness | {delta2: -1},
    "step": witness | {eta: 0},
}


def proof():
    # with a = 1 − u + α, b = 1 − u + β and η = u + h
    alpha, excess = delta1 + unit, eta - unit
    rate = 2 * unit * alpha + 2 * unit * (1 - unit) + 2 * excess * alpha + 2 * excess * (1 - unit)
    return combine(
        claim,
        using={
            "second_error": y**2 * (1 + rate),
            "first_error": (1 - unit) * (2 * unit * y**2 + 2 * excess * y**2),
            "step": 2 * (1 - unit) ** 2 * y**2,
            "fine": 4 * unit * y**2,
        },
        squares=[(2 * unit, unit * y)],
    )
