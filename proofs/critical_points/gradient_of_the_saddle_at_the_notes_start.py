"""The gradient of x² − y² at (0.05, 1.8) is (0.1, −3.6)."""

import sympy as sp

from provenscape.kernel import Claim, combine, conjoin, eq
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables

claim = Claim(
    id="gradient-of-the-saddle-at-the-notes-start",
    items=["N-73"],
    says="At (0.05, 1.8) the gradient of x² − y² is (0.1, −3.6).",
    given={"start_x": eq(x, sp.Rational(5, 100)), "start_y": eq(y, sp.Rational(18, 10))},
    then=(
        eq(saddle.gradient[0], sp.Rational(1, 10)),
        eq(saddle.gradient[1], -sp.Rational(36, 10)),
    ),
)
witness = {x: sp.Rational(1, 20), y: sp.Rational(9, 5)}
countermodels = {"start_x": witness | {x: 0}, "start_y": witness | {y: 0}}


def proof():
    first = combine(claim.part(0), using={"start_x": 2})
    return conjoin(claim, [first, combine(claim.part(1), using={"start_y": -2})])
