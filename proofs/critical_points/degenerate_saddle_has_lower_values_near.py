"""A degenerate saddle is degenerate and a saddle: x² − y⁴ has ∇²f = diag(2, 0) and falls along y.

The definition of the post needs the second half: lower values arbitrarily near.
"""

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia, lt, real
from provenscape.models import landscapes

f = landscapes.get("degenerate_saddle").f
x, y = f.variables
r = real("r")
ORIGIN = (0, 0)

claim = Claim(
    id="degenerate-saddle-has-lower-values-near",
    says="A degenerate saddle has gradient 0, a positive semidefinite Hessian with an eigenvalue 0 "
    "and, besides, lower values arbitrarily near: x² − y⁴ has one at the origin.",
    items={"E-51": "definition"},
    where={r: "a distance, however small"},
    given={"distance": gt(r)},
    then=(
        eq(f.partial(x, at=ORIGIN)),
        eq(f.partial(y, at=ORIGIN)),
        Inertia(f.hessian(ORIGIN), 1, 0, 1),
        lt(f(0, r), f(0, 0)),
    ),
    repairs="degenerate-saddle-definition-excludes-minima",
    about="a stationary point with a singular positive semidefinite Hessian",
    scope="the definition on x² − y⁴",
)
witness = {r: 1}
countermodels = {"distance": {r: 0}}


def proof():
    level = [combine(claim.part(i), using={}) for i in (0, 1)]
    lower = combine(claim.part(3), using={"distance": r**3})
    return conjoin(claim, [*level, inertia(claim.part(2)), lower])
