"""The quartic ½(x² − 6/5)² does not satisfy ‖∇f‖² ≥ 2µ(f − f*) with µ = ½ everywhere.

At its local maximum 0 the derivative vanishes and the gap is 18/25.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, refute
from provenscape.models import landscapes

f = landscapes.get("pl_quartic").f
(x,) = f.variables

claim = Claim(
    id="quartic-is-pl-everywhere",
    says="The quartic satisfies ‖∇f‖² ≥ 2µ(f − f*) with µ = ½ at every point.",
    items={"O-48": "part the-quartic"},
    where={x: "a point of the line"},
    given={},
    then=ge(f.partial(x) ** 2 / 2, Rational(1, 2) * f(x)),
    scope="½(x² − 6/5)², whose minimum value is 0",
)


def refutation():
    return refute(claim, {x: 0})
