"""On the double well the constants 2 and 6√3 − 8 of the strict saddle property are the best ones.

To the left of r = (√3 − 1)/2 the gradient on the axis is less than twice the distance of the nearer
minimum: any bound λ_min > −γ with γ > 6√3 − 8 admits such points and the property fails for δ just
below their distance. Above the minimum (1, 0) the gradient is exactly 2 times the distance: no
larger constant than 2 will do.
"""

from sympy import sqrt

from provenscape.kernel import Claim, combine, conjoin, eq, ge, lt, real
from provenscape.models.landscapes import get

well = get("double_well")
x, y = well.variables
r = real("r")

claim = Claim(
    id="double-well-strict-saddle-constants-are-best",
    items=["E-32"],
    says="For 0 ≤ x < (√3 − 1)/2 the gradient of the double well at (x, 0) is less than twice the "
    "distance of the nearest minimum, and at (1, y) it is exactly twice: the constants of its "
    "strict saddle property cannot be improved.",
    given={
        "edge": eq(2 * r * (r + 1), 1),
        "right_half": ge(x),
        "left_of_the_edge": lt(x, r),
    },
    then=(
        eq(well.gradient[0] ** 2, 4 * (2 * x * (x + 1)) ** 2 * (x - 1) ** 2),
        lt(2 * x * (x + 1), 1),
        eq(well.gradient[1] ** 2, 4 * y**2),
    ),
    scope="r = (√3 − 1)/2, where the second derivative is 12r² − 4 = 8 − 6√3; the nearest minimum "
    "to a point with x ≥ 0 is (1, 0)",
)
root = (sqrt(3) - 1) / 2
witness = {x: 0, y: 1, r: root}
countermodels = {
    "edge": {x: 1, y: 0, r: 2},
    "left_of_the_edge": {x: 1, y: 0, r: root},
    "right_half": {x: -2, y: 0, r: root},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(
                claim.part(1),
                using={"left_of_the_edge": 2 * (2 * x + 1), "edge": -1},
                squares=[(2, r - x)],
            ),
            combine(claim.part(2), using={}),
        ],
    )
