"""The quartic ½(x² − 6/5)² does not satisfy ‖∇f‖² ≥ 2µ(f − f*) with µ = ½ everywhere.

At its local maximum 0 the derivative vanishes and the gap is 18/25.
"""

import sympy as sp

from provenscape.kernel import Claim, ge, refute
from provenscape.models import landscapes

quartic = landscapes.get("pl_quartic")
(x,) = quartic.variables
(slope,) = quartic.gradient

claim = Claim(
    id="quartic-is-pl-everywhere",
    items=["O-48"],
    says="Both plotted functions satisfy ‖∇f‖² ≥ 2µ(f − f*) with µ = 1/2 at every point.",
    given={},
    then=ge(slope**2, 2 * sp.Rational(1, 2) * quartic.expression),
    scope="the quartic ½(x² − 6/5)², with f* = 0",
)


def refutation():
    return refute(claim, {x: 0})
