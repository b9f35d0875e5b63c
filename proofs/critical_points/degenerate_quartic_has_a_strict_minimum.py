"""x² + y⁴ has a strict global minimum at the origin, where its Hessian is singular.

Certificate: (1 + x² + 2y²)(x² + y⁴) = (x² + y²)² + x² + x²y⁴ + 2y⁶. Turned upside down, the
function has a strict global maximum with the same defect.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, combine, conjoin, gt, inertia
from provenscape.models.landscapes import get

quartic = get("degenerate_minimum")
x, y = quartic.variables
origin = quartic.at((0, 0))

claim = Claim(
    id="degenerate-quartic-has-a-strict-minimum",
    items=["N-16", "N-17", "L-20", "E-51"],
    says="x² + y⁴ is larger everywhere than at the origin, where its Hessian has an eigenvalue 0.",
    given={"elsewhere": gt(x**2 + y**2)},
    then=(
        gt(quartic.expression, quartic.expression.xreplace(origin)),
        Inertia(sp.ImmutableMatrix(quartic.hessian.xreplace(origin)), 1, 0, 1),
    ),
    scope="x² + y⁴ on the plane",
)
witness = {x: 0, y: 1}
countermodels = {"elsewhere": {x: 0, y: 0}}


def proof():
    strict_minimum = combine(
        claim.part(0),
        using={"elsewhere": x**2 + y**2},
        squares=[(1, x), (1, x * y**2), (2, y**3)],
        scale=1 + x**2 + 2 * y**2,
    )
    return conjoin(claim, [strict_minimum, inertia(claim.part(1))])
