"""The post's degenerate saddle, ∇²f ⪰ 0 with an eigenvalue 0, may be a minimum, or a maximum.

x² + y⁴ ≥ 0 has the Hessian diag(2, 0) at the stationary origin, its minimum. Nor do lower values
nearby make a saddle: −x⁴ − y⁴ ≤ 0 has the Hessian 0 at its maximum (claim
degenerate-saddle-has-lower-and-higher-values-near).
"""

from provenscape.kernel import Claim, eq, ge, lt, real, refute
from provenscape.models import landscapes

f = landscapes.get("degenerate_minimum").f
x, y = f.variables
a, b, c, d = real("a b c d")
ORIGIN = (0, 0)

claim = Claim(
    id="degenerate-saddle-definition-excludes-minima",
    says="A stationary point whose Hessian is positive semidefinite and singular is a saddle: "
    "there are lower values.",
    items={"E-51": "whole"},
    where={(a, b, c, d): "they give any point of the plane: a − b and c − d are any real numbers"},
    given={
        "stationary_x": eq(f.partial(x, at=ORIGIN)),
        "stationary_y": eq(f.partial(y, at=ORIGIN)),
        "trace": ge(f.partial(x, x, at=ORIGIN) + f.partial(y, y, at=ORIGIN)),
        "singular": eq(
            f.partial(x, x, at=ORIGIN) * f.partial(y, y, at=ORIGIN),
            f.partial(x, y, at=ORIGIN) ** 2,
        ),
    },
    then=lt(f(a - b, c - d), f(0, 0)),
    constants=(a, b, c, d),
    about="a stationary point with a singular positive semidefinite Hessian",
    scope="x² + y⁴ at the origin; its Hessian is semidefinite and singular there, since the trace "
    "is not negative and the determinant is 0",
)


def refutation():
    return refute(claim, {})
