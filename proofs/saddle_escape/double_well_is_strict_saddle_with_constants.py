"""Every point of the double well has λ_min ≤ −(6√3 − 8), or ‖∇f‖ ≥ 2δ, or a minimum within δ.

(1/4)‖∇f‖² − ‖z − (1, 0)‖² = (x − 1)²(4x²(x + 1)² − 1), which is at least 0 for x ≥ r = (√3 − 1)/2,
where 2r(r + 1) = 1. To the left of r the second derivative 12x² − 4 is below 12r² − 4 = 8 − 6√3, or
−2.39. This is so for every δ > 0, and neither constant can be improved
(double-well-strict-saddle-constants-are-best).
"""

from dataclasses import replace

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, eq, gt, lt, real
from provenscape.models.landscapes import get

well = get("double_well")
x, y = well.variables
delta, r = real("delta r")
gradient2 = sum(g**2 for g in well.gradient)

claim = Claim(
    id="double-well-is-strict-saddle-with-constants",
    items=["E-32", "E-33"],
    says="The double well is a strict saddle function over the whole plane, for every δ: a point "
    "where ‖∇f‖ < 2δ and no eigenvalue is at most −(6√3 − 8) lies within δ of a local minimum.",
    given={
        "edge": eq(2 * r * (r + 1), 1),
        "right_of_the_mirrored_edge": gt(x, -r),
        "small_gradient": lt(gradient2, 4 * delta**2),
        "no_negative_curvature": gt(well.hessian[0, 0], 12 * r**2 - 4),
    },
    then=lt((x - 1) ** 2 + y**2, delta**2),
    scope="r = (√3 − 1)/2, so that 12r² − 4 = 8 − 6√3; x > −r and the minimum (1, 0), the "
    "other by reflection; the slope, the saddle and the bowl of the pictures are the "
    "three cases",
)
root = (sqrt(3) - 1) / 2
witness = {x: 1, y: 0, delta: 1, r: root}
countermodels = {
    "edge": {x: Rational(1, 10), y: 0, delta: Rational(1, 2), r: Rational(1, 100)},
    "right_of_the_mirrored_edge": witness | {x: -1},
    "small_gradient": witness | {x: 3},
    "no_negative_curvature": witness | {x: 0},
}
mutants = [
    (
        "‖∇f‖ < 21δ/10",
        replace(
            claim, given={**claim.given, "small_gradient": lt(gradient2, (21 * delta / 10) ** 2)}
        ),
    ),
    (
        "λ_min > −12/5",
        replace(
            claim,
            given={
                **claim.given,
                "no_negative_curvature": gt(well.hessian[0, 0], Rational(-12, 5)),
            },
        ),
    ),
]


def proof():
    # 4x²(x + 1)² − 1 = (2x(x + 1) + 1)·2(x − r)(x + r + 1), by the equation for r
    rest = (x - 1) ** 2 * (x**2 + (x + 1) ** 2)
    return combine(
        claim,
        using={
            "small_gradient": (x + r) / 4,
            "no_negative_curvature": rest * (x + r + 1) / 6,
            "edge": rest * (x + r),
        },
        scale=x + r,
    )
