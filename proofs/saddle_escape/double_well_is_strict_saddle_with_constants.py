"""On the double well every z has λ_min ≤ −1, or ‖∇f(z)‖ ≥ 2δ, or a minimum within δ: for every δ.

Where x² ≤ ¼ the second derivative 12x² − 4 is at most −1. Where x > ½, ‖∇f‖² − 4‖z − (1, 0)‖² =
4(x − 1)²(4x²(x + 1)² − 1) ≥ 0, so a gradient below 2δ leaves z within δ of (1, 0).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, lt, real
from provenscape.landscapes import get

well = get("double_well")
x, y = well.variables
delta = real("delta")
gradient2 = sum(g**2 for g in well.gradient)

claim = Claim(
    id="double-well-is-strict-saddle-with-constants",
    items=["E-32", "E-33"],
    says="The double well is a strict saddle function over the whole plane: a point where ‖∇f‖ < "
    "2δ "
    "and no eigenvalue is below −1 lies within δ of a local minimum.",
    given={
        "right_half": ge(x),
        "small_gradient": lt(gradient2, 4 * delta**2),
        "no_negative_curvature": gt(well.hessian[0, 0], -1),
    },
    then=lt((x - 1) ** 2 + y**2, delta**2),
    scope="the half-plane x ≥ 0 and the minimum (1, 0); the other by reflection; the slope, the "
    "saddle and the bowl of the pictures are the three cases",
)
witness = {x: 1, y: 0, delta: 1}
countermodels = {
    "right_half": {x: -1, y: 0, delta: 1},
    "small_gradient": {x: 3, y: 0, delta: 1},
    "no_negative_curvature": {x: 0, y: 0, delta: 1},
}


def proof():
    quarter = Rational(1, 4)
    return combine(
        claim,
        using={
            "small_gradient": quarter,
            "no_negative_curvature": (x - 1) ** 2 * (x + 1) ** 2 / 3,
            "right_half": (x - 1) ** 2 * (2 + x),
        },
    )
