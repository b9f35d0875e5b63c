"""Every critical point of Σ (xᵢ⁴ − 2xᵢ²) but its minima has a direction of curvature −4.

At such a point some coordinate is not at a well, hence 0, where 12x² − 4 = −4.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, lt, real

x = real("x")
f = function("f", (x,), x**4 - 2 * x**2)

claim = Claim(
    id="every-saddle-among-double-wells-has-curvature-minus-four",
    says="Every critical point of a sum of double wells Σ (xᵢ⁴ − 2xᵢ²) other than its minima has "
    "a direction of curvature −4.",
    items={"O-25": "instance"},
    where={x: "a coordinate of the critical point at neither well"},
    given={"stationary": eq(f.partial(x)), "not_a_well": lt(x**2, 1)},
    then=eq(f.partial(x, x), -4),
    scope="sums of double wells in every dimension",
)
witness = {x: 0}
countermodels = {"stationary": {x: Rational(1, 2)}, "not_a_well": {x: 1}}


def proof():
    return combine(claim, using={"stationary": -3 * x}, scale=1 - x**2)
