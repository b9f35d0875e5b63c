"""What one step on the double well throws onto the saddle line lies where η∂²f/∂x² = 8η + 3 > 1.

x⁺ = x(1 + 4η − 4ηx²) vanishes off x = 0 at x² = 1 + 1/(4η) alone. There 12x² − 4 = 8 + 3/η exceeds
1/η: where η < 1/L, with L a bound of the Hessian on a region, the region holds no such point, and
the starts in it that end at the saddle are the line x = 0 alone. At longer steps they are more
lines, but still of measure zero.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta = real("eta")
curvature = f.partial(x, x)

claim = Claim(
    id="starts-thrown-onto-the-saddle-have-curvature-beyond-one-over-the-step",
    says="On the double well one step of descent leads from x ≠ 0 onto the saddle line only where "
    "x² = 1 + 1/(4η), and there the curvature is 8 + 3/η > 1/η: a step that is shorter than one "
    "over the curvature at the start does not throw it onto the line.",
    items={"E-47": "instance"},
    where={eta: "the step length"},
    given={
        "step": gt(eta),
        "off_the_line": gt(x**2),
        "thrown": eq(x - eta * f.partial(x)),
    },
    then=(
        eq(4 * eta * x**2, 1 + 4 * eta),
        eq(eta * curvature, 8 * eta + 3),
        gt(eta * curvature, 1),
    ),
    scope="the double well, one step",
)
witness = {x: 2, y: 0, eta: Rational(1, 12)}
countermodels = {
    "step": {x: Rational(1, 2), y: 0, eta: Rational(-1, 3)},
    "off_the_line": {x: 0, y: 0, eta: 1},
    "thrown": {x: 1, y: 0, eta: 1},
}


def proof():
    place = combine(claim.part(0), using={"thrown": -x}, scale=x**2)
    steep = combine(claim.part(1), using={"thrown": -3 * x}, scale=x**2)
    beyond = combine(
        claim.part(2),
        using={"thrown": -3 * x, "step": 8 * x**2, "off_the_line": 2},
        scale=x**2,
    )
    return conjoin(claim, [place, steep, beyond])
