"""Every point of the double well has λ_min ≤ −(6√3 − 8), or ‖∇f‖ ≥ 2δ, or a minimum within δ.

(1/4)‖∇f‖² − ‖z − (1, 0)‖² = (x₁ − 1)²(4x₁²(x₁ + 1)² − 1), which is at least 0 for x₁ ≥ r with
r = (√3 − 1)/2, where 2r(r + 1) = 1. To the left of r the second derivative 12x₁² − 4 is below
12r² − 4 = 8 − 6√3, or −2.39. This is so for every δ > 0, and neither constant can be improved
(double-well-strict-saddle-constants-are-best).
"""

from dataclasses import replace

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, lt, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
delta, r = real("delta r")
gradient2 = f.partial(x) ** 2 + f.partial(y) ** 2

claim = Claim(
    id="double-well-is-strict-saddle-with-constants",
    says="The double well, our function, is a strict saddle function over the whole plane, for "
    "every δ: a point where ‖∇f‖ < 2δ and no eigenvalue is at most −(6√3 − 8) lies within δ of a "
    "minimum.",
    items={"E-32": "definition", "E-33": "instance"},
    where={
        delta: "a distance",
        r: "the number (√3 − 1)/2, so that 12r² − 4 = 8 − 6√3",
    },
    given={
        "edge": eq(2 * r * (r + 1), 1),
        "right_of_the_mirrored_edge": gt(x, -r),
        "small_gradient": lt(gradient2, 4 * delta**2),
        "no_negative_curvature": gt(f.partial(x, x), 12 * r**2 - 4),
    },
    then=(lt((x - 1) ** 2 + y**2, delta**2), ge(f(x, y), f(1, 0))),
    scope="the double well x₁⁴ − 2x₁² + x₂²; x₁ > −r and the minimum (1, 0), the other by "
    "reflection; the three cases are our slope, saddle and bowl for pictures that were not seen",
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
        {x: 1, y: Rational(51, 50), delta: 1, r: root},
    ),
    (
        "λ_min > −12/5",
        replace(
            claim,
            given={
                **claim.given,
                "no_negative_curvature": gt(f.partial(x, x), Rational(-12, 5)),
            },
        ),
        {x: Rational(731, 2000), y: 0, delta: Rational(317, 500), r: root},
    ),
]


def proof():
    # 4x²(x + 1)² − 1 = (2x(x + 1) + 1)·2(x − r)(x + r + 1), by the equation for r
    rest = (x - 1) ** 2 * (x**2 + (x + 1) ** 2)
    near = combine(
        claim.part(0),
        using={
            "small_gradient": (x + r) / 4,
            "no_negative_curvature": rest * (x + r + 1) / 6,
            "edge": rest * (x + r),
        },
        scale=x + r,
    )
    least = combine(claim.part(1), using={}, squares=[(1, x**2 - 1), (1, y)])
    return conjoin(claim, [near, least])
