"""x² + y⁴ has a strict global minimum at the origin, where its Hessian is singular.

Certificate: (1 + x² + 2y²)(x² + y⁴) = (x² + y²)² + x² + x²y⁴ + 2y⁶. Turned upside down, the
function has a strict global maximum with the same defect. The claims that refute definitions of
minima, maxima and degenerate saddles by this function rest on what is shown here.
"""

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia
from provenscape.models import landscapes

f = landscapes.get("degenerate_minimum").f
x, y = f.variables
ORIGIN = (0, 0)

claim = Claim(
    id="degenerate-quartic-has-a-strict-minimum",
    says="x² + y⁴ is larger everywhere than at the origin, where its gradient vanishes and its "
    "Hessian has an eigenvalue 0.",
    items={},
    given={"elsewhere": gt(x**2 + y**2)},
    then=(
        gt(f(x, y), f(0, 0)),
        eq(f.partial(x, at=ORIGIN)),
        eq(f.partial(y, at=ORIGIN)),
        Inertia(f.hessian(ORIGIN), 1, 0, 1),
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
    level = [combine(claim.part(i), using={}) for i in (1, 2)]
    return conjoin(claim, [strict_minimum, *level, inertia(claim.part(3))])
