"""On the non-convex x² + y³ descent from y > 0 stays above the saddle's value 0, at no linear rate.

One step sends y to y(1 − t) with t = 3ηy, so that y³ is multiplied by (1 − t)³ ≥ 1 − 3t, where t
tends to 0 with y: a plateau at the height of the saddle, though f is unbounded below.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, real
from provenscape.models import landscapes

function = landscapes.get("degenerate_inflection")
x, y = function.variables
eta = real("eta")
following = y - eta * function.gradient[1]


def height(place):
    return function.expression.xreplace({x: 0, y: place})


claim = Claim(
    id="flat-saddle-holds-descent-on-a-plateau",
    items=["O-63"],
    says="Without PL, as on the non-convex x² + y³ from y > 0, one step of descent keeps at least "
    "1 − 9ηy of the height above a saddle: a sublinear plateau.",
    given={"side": gt(y), "short_step": ge(1 - 3 * eta * y)},
    then=(ge(height(following), (1 - 9 * eta * y) * height(y)), ge(height(following))),
    scope="x² + y³ on x = 0, steps with 3ηy ≤ 1; 'generic' in the caption is read as 'without the "
    "PL inequality': near a nondegenerate minimum descent is linear",
)
witness = {y: 1, eta: 0}
points = [{y: 1, eta: Rational(1, 4)}]
countermodels = {"side": {y: -1, eta: 1}, "short_step": {y: 1, eta: 2}}


def proof():
    kept = combine(
        claim.part(0),
        using={"short_step": 9 * eta**2 * y**5},
        squares=[(18 * y, eta * y**2)],
    )
    above = combine(claim.part(1), using={"short_step": y**3 * (1 - 3 * eta * y) ** 2})
    return conjoin(claim, [kept, above])
