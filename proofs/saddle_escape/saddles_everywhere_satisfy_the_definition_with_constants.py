"""x² − y² is a strict saddle function by the post's definition, with γ = 2 at every point.

Its second alternative, an eigenvalue bounded away from 0 from below, holds on the whole plane, and
there is no local minimum. The theorems on such functions need a lower bound of f, or a bounded
domain, besides the definition; the informal statements leave that out.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
r = real("r")
below = saddle.expression.xreplace({y: y + r}) + saddle.expression.xreplace({y: y - r})

claim = Claim(
    id="saddles-everywhere-satisfy-the-definition-with-constants",
    items=["E-32"],
    says="Every point of x² − y² has an eigenvalue −2, so that it is a strict saddle function by "
    "the definition; and no point is a local minimum: of (x, y + r) and (x, y − r) one is lower.",
    given={"radius": gt(r**2)},
    then=(
        eq(saddle.hessian[1, 1], -2),
        eq(saddle.hessian[0, 1]),
        lt(below, 2 * saddle.expression),
    ),
    scope="the definition by what it admits; the sum of the two values is below twice that between",
)
witness = {x: 1, y: 2, r: 1}
countermodels = {"radius": {x: 1, y: 2, r: 0}}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(claim.part(1), using={}),
            combine(claim.part(2), using={"radius": 2}),
        ],
    )
