"""On the non-convex x² + y³ a step from y > 0 keeps the share 1 − 9ηy of the height.

One step sends y to y(1 − t) with t = 3ηy, so that y³ is multiplied by (1 − t)³ ≥ 1 − 3t, where t
tends to 0 with y: a plateau at the height of the saddle, though f is unbounded below.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, real
from provenscape.models import landscapes

f = landscapes.get("degenerate_inflection").f
x, y = f.variables
eta = real("eta")
following = y - eta * f.partial(y, at=(0, y))

claim = Claim(
    id="flat-saddle-holds-descent-on-a-plateau",
    says="Without PL, as on the non-convex x² + y³ from (0, y) with y > 0, one step of descent "
    "keeps at least 1 − 9ηy of the height above a saddle, a share that tends to 1 as y does to 0.",
    items={"O-63": "instance"},
    where={y: "the height coordinate of the iterate (0, y)", eta: "the step length"},
    given={"side": gt(y), "short_step": ge(1 - 3 * eta * y)},
    then=(
        ge(f(0, following) - f(0, 0), (1 - 9 * eta * y) * (f(0, y) - f(0, 0))),
        ge(f(0, following), f(0, 0)),
    ),
    scope="x² + y³ on the axis x = 0, which descent does not leave; steps with 3ηy ≤ 1",
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
