"""The post's degenerate saddle, ∇²f ⪰ 0 with an eigenvalue 0, includes the minimum of x² + y⁴.

No lower value is near: x² + y⁴ ≥ 0 everywhere, while its Hessian at 0 is diag(2, 0).
"""

from provenscape.kernel import Claim, gt, lt, refute
from provenscape.models import landscapes

function = landscapes.get("degenerate_minimum")
x, y = function.variables

claim = Claim(
    id="degenerate-saddle-definition-excludes-minima",
    items=["E-51"],
    says="A stationary point whose Hessian is positive semidefinite and singular is a saddle.",
    given={"right": gt(x), "above": gt(y)},
    then=lt(function.expression, function.expression.xreplace({x: 0, y: 0})),
    locally=(x, y),
    scope="'somewhere the value is lower than at 0', for x² + y⁴, which is even in x and in y and "
    "has its strict minimum at 0: degenerate-quartic-has-a-strict-minimum",
)


def refutation():
    return refute(claim, {})
