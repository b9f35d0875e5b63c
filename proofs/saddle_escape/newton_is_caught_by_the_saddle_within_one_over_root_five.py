"""Newton's method on the double well comes nearer to the saddle from |x| < 1/√5, and from no wider.

The Newton map x⁺ = 2x³/(3x² − 1) has |x⁺| < |x| where 4x⁴ < (1 − 3x²)², of which the difference is
(1 − 5x²)(1 − x²). At x = ±1/√5 it takes x to −x, a cycle of two steps: no wider interval will do.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
following, edge = real("n edge")


def newton(at, image):
    """The equation for the Newton step from `at` to `image` along x."""
    place = (at, y)
    return eq(f.partial(x, x, at=place) * (image - at), -f.partial(x, at=place))


claim = Claim(
    id="newton-is-caught-by-the-saddle-within-one-over-root-five",
    says="From 0 < |x| < 1/√5 every Newton step on the double well leads nearer to the saddle "
    "along x, and from |x| = 1/√5 it leads to −x: no wider interval about the saddle has this "
    "property.",
    items={"N-22": "instance"},
    where={
        following: ("the first coordinate after a Newton step", "x_1^{+}"),
        edge: "1/√5 or −1/√5",
    },
    given={
        "newton": newton(x, following),
        "inside": lt(5 * x**2, 1),
        "off_the_saddle": gt(x**2),
        "edge": eq(5 * edge**2, 1),
    },
    then=(lt(following**2, x**2), newton(edge, -edge)),
    scope="the double well x₁⁴ − 2x₁² + x₂², whose Hessian is diagonal; one step along x, after "
    "which the hypotheses hold again",
)
witness = {x: Rational(1, 4), y: 0, following: Rational(-1, 26), edge: 1 / sqrt(5)}
countermodels = {
    "newton": witness | {following: 1},
    "inside": witness | {x: Rational(1, 2), following: -1},
    "off_the_saddle": witness | {x: 0, following: 0},
    "edge": witness | {edge: 1},
}


def proof():
    # (1 − 3x²)²(x² − x⁺²) = x²(1 − 5x²)(1 − x²), by the equation for x⁺
    nearer = combine(
        claim.part(0),
        using={"inside": x**2 * (1 - x**2), "newton": -(2 * x**3 + (3 * x**2 - 1) * following) / 4},
        scale=(1 - 3 * x**2) ** 2,
    )
    return conjoin(claim, [nearer, combine(claim.part(1), using={"edge": -4 * edge})])
