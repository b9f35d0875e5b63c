"""The double well has the property in both variants: two minima with H ≻ 0, one strict saddle.

∇f = 0 at (0, 0) and (±1, 0) alone, where H is diag(−4, 2) and diag(8, 2). The degenerate minimum of
x² + y⁴ satisfies the notes' variant (a local minimum) but not the article's (H ≻ 0 or λ_min < 0),
and the saddle of x² − y⁴ satisfies neither.
"""

from sympy import ImmutableMatrix, Rational

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, roots
from provenscape.models.landscapes import get

well = get("double_well")
x, y = well.variables
flat = get("degenerate_minimum")
quarter = Rational(1, 4)


def hessian_at(landscape, point):
    return ImmutableMatrix(landscape.hessian.xreplace(landscape.at(point)))


claim = Claim(
    id="double-well-has-the-strict-saddle-property",
    items=["N-31", "O-27"],
    says="Every stationary point of the double well is a minimum with positive definite Hessian or "
    "has a negative eigenvalue; x² + y⁴ shows that the article's variant asks more of minima than "
    "the notes'.",
    given={},
    then=(
        Roots(well.gradient, (x, y), ((-1, 0), (0, 0), (1, 0))),
        Inertia(hessian_at(well, (-1, 0)), 2, 0, 0),
        Inertia(hessian_at(well, (0, 0)), 1, 1, 0),
        Inertia(hessian_at(well, (1, 0)), 2, 0, 0),
        Inertia(hessian_at(flat, (0, 0)), 1, 0, 1),
    ),
    scope="the definition by what it decides",
)


def proof():
    all_points = roots(claim.part(0), {x: (x**3 - x, (quarter, 0)), y: (y, (0, Rational(1, 2)))})
    return conjoin(claim, [all_points, *(inertia(claim.part(i)) for i in range(1, 5))])
