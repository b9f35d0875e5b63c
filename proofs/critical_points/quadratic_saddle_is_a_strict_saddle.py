"""x² − y² has one stationary point, the origin, and it is a strict saddle.

The gradient is (2x, −2y), and the Hessian diag(2, −2) has one positive and one negative eigenvalue.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, roots
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
half = sp.Rational(1, 2)

claim = Claim(
    id="quadratic-saddle-is-a-strict-saddle",
    items=["N-72", "L-14", "E-07"],
    says="The gradient of x² − y² vanishes at the origin alone, where the Hessian diag(2, −2) has "
    "one positive and one negative eigenvalue.",
    given={},
    then=(
        Roots(saddle.gradient, (x, y), ((0, 0),)),
        Inertia(sp.ImmutableMatrix(saddle.hessian.xreplace(saddle.at((0, 0)))), 1, 1, 0),
        Inertia(sp.ImmutableMatrix(saddle.hessian - sp.diag(2, -2)), 0, 0, 2),
    ),
)
points = [saddle.at((0, 0))]


def proof():
    alone = roots(claim.part(0), {x: (x, (half, 0)), y: (y, (0, -half))})
    return conjoin(claim, [alone, inertia(claim.part(1)), inertia(claim.part(2))])
