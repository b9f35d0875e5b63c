"""Every critical point of Σ (xᵢ⁴ − 2xᵢ²) but its minima has a direction of curvature −4.

At such a point some coordinate is not at a well, hence 0, where 12x² − 4 = −4.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt
from provenscape.models.landscapes import get

well = get("double_well")
x, _ = well.variables

claim = Claim(
    id="every-saddle-among-double-wells-has-curvature-minus-four",
    items=["O-25"],
    says="A sum of d double wells has exponentially many saddles, and a direction of curvature −4 "
    "at each: their number does not make them hard to leave.",
    given={"stationary": eq(well.gradient[0]), "not_a_well": gt(1, x**2)},
    then=eq(well.hessian[0, 0], -4),
    scope="one coordinate that is not at a well, in every dimension; the number of saddles by "
    "claim the-number-of-saddles-can-grow-exponentially",
)
witness = {x: 0}
countermodels = {"stationary": {x: Rational(1, 2)}, "not_a_well": {x: 1}}


def proof():
    return combine(claim, using={"stationary": -3 * x}, scale=1 - x**2)
