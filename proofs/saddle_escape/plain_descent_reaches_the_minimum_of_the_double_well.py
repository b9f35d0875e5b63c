"""On the double well plain descent with η = 1/8 from 0 < x₀ ≤ 1 reaches the minimum at x = 1.

x⁺ = x + x(1 − x²)/2, so 1 − x⁺ = (1 − x)(1 − x(1 + x)/2) with a factor in [0, 1 − x₀/2]: x stays in
[x₀, 1] and the distance to 1 falls by that factor at least. By symmetry all starts with
0 < |x₀| ≤ 1 leave the saddle; x₀ = 0 is the only one that does not.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le
from provenscape.models.landscapes import get

well = get("double_well")
x = well.variables[0]
following = x - well.gradient[0] / 8

claim = Claim(
    id="plain-descent-reaches-the-minimum-of-the-double-well",
    items=["L-31", "L-04"],
    says="Plain gradient descent on the double well goes from every start with 0 < x₀ ≤ 1 to the "
    "minimum; momentum or noise is needed only from the line x₀ = 0.",
    given={"off_the_saddle": gt(x), "left_of_minimum": le(x, 1)},
    then=(
        ge(following, x),
        le(following, 1),
        le(1 - following, (1 - x) * (1 - x / 2)),
    ),
    repairs="plain-descent-stays-at-the-saddle-of-the-double-well",
    scope="one step with η = 1/8, after which the hypotheses hold again with x no smaller; y is "
    "multiplied by 3/4",
)
witness = {x: Rational(1, 2)}
countermodels = {"off_the_saddle": {x: Rational(-1, 2)}, "left_of_minimum": {x: 2}}


def proof():
    away = combine(claim.part(0), using={"left_of_minimum": x * (1 + x) / 2})
    inside = combine(
        claim.part(1),
        using={"left_of_minimum": (1 - x) * (2 + x) / 2},
    )
    nearer = combine(claim.part(2), using={"left_of_minimum": x**2 / 2})
    return conjoin(claim, [away, inside, nearer])
