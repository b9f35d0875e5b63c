"""On the double well the constants 2 and 6√3 − 8 of the strict saddle property are the best ones.

To the left of r = (√3 − 1)/2 the gradient on the axis is less than twice the distance of the nearer
minimum: any bound λ_min > −γ with γ > 6√3 − 8 admits such points and the property fails for δ just
below their distance. Above the minimum (1, 0) the gradient is exactly 2 times the distance: no
larger constant than 2 will do.
"""

from sympy import sqrt

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, lt, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
r = real("r")

claim = Claim(
    id="double-well-strict-saddle-constants-are-best",
    says="For 0 ≤ x < (√3 − 1)/2 the gradient of the double well at (x, 0) is less than twice the "
    "distance of the nearest minimum, and at (1, y) it is exactly twice, where both curvatures are "
    "positive: with the slope 2 the strict saddle property has no curvature constant above "
    "6√3 − 8, and with a greater slope none.",
    items={"E-32": "definition"},
    where={r: "the number (√3 − 1)/2, where the second derivative is 12r² − 4 = 8 − 6√3"},
    given={
        "edge": eq(2 * r * (r + 1), 1),
        "right_half": ge(x),
        "left_of_the_edge": lt(x, r),
    },
    then=(
        lt(f.partial(x, at=(x, 0)) ** 2, 4 * (x - 1) ** 2),
        eq(f.partial(y, at=(x, 0))),
        eq(f.partial(x, at=(1, y))),
        eq(f.partial(y, at=(1, y)), 2 * y),
        eq(f.partial(x, x, at=(r, 0)), 12 * r**2 - 4),
        eq(f.partial(x, x, at=(1, y)), 8),
    ),
    scope="the double well x₁⁴ − 2x₁² + x₂²; the nearest minimum to a point with x₁ ≥ 0 is (1, 0)",
)
root = (sqrt(3) - 1) / 2
witness = {x: 0, y: 1, r: root}
countermodels = {
    "edge": {x: 1, y: 0, r: 2},
    "left_of_the_edge": {x: 1, y: 0, r: root},
    "right_half": {x: -2, y: 0, r: root},
}


def proof():
    inside = combine(
        claim.lemma("x < 1", claim.given, lt(x, 1)),
        using={"left_of_the_edge": 2, "right_half": 1, "edge": -1},
        squares=[(2, r)],
    )
    # with s = 2x(x + 1) the equation for r makes 1 − s = 2(r − x)(r + x + 1)
    weight = 4 * (x - 1) ** 2 * (1 + 2 * x * (x + 1))
    less = chain(
        claim.part(0),
        {"inside": inside},
        using={"left_of_the_edge": 2 * weight * (2 * x + 1), "edge": -weight},
        squares=[(2 * weight, r - x)],
    )
    return conjoin(claim, [less, *(combine(claim.part(i), using={}) for i in (1, 2, 3, 4, 5))])
