"""x² − y² is a strict saddle function by the post's definition, with γ = 2 at every point.

Its second alternative, an eigenvalue bounded away from 0 from below, holds on the whole plane, and
there is no local minimum. The theorems on such functions need a lower bound of f, or a bounded
domain, besides the definition; the informal statements leave that out.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
r = real("r")

claim = Claim(
    id="saddles-everywhere-satisfy-the-definition-with-constants",
    says="Every point of x² − y² has an eigenvalue −2, so that it is a strict saddle function by "
    "the definition; and no point is a local minimum: of (x, y + r) and (x, y − r) one is lower.",
    items={"E-32": "definition"},
    where={r: "a displacement along the y axis, however small"},
    given={"displaced": gt(r**2)},
    then=(
        eq(f.partial(y, y), -2),
        eq(f.partial(x, y)),
        lt(f(x, y + r) + f(x, y - r), 2 * f(x, y)),
    ),
    scope="x² − y²",
)
witness = {x: 1, y: 2, r: 1}
countermodels = {"displaced": {x: 1, y: 2, r: 0}}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(claim.part(1), using={}),
            combine(claim.part(2), using={"displaced": 2}),
        ],
    )
