"""The double well has the property in both variants: two minima with H ≻ 0, one strict saddle.

∇f = 0 at (0, 0) and (±1, 0) alone, where H is diag(−4, 2) and diag(8, 2). The degenerate minimum of
x² + y⁴ satisfies the notes' variant (a local minimum) but not the article's (H ≻ 0 or λ_min < 0),
and the saddle of x² − y⁴ satisfies neither.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, Roots, combine, conjoin, function, ge, inertia, roots
from provenscape.models.landscapes import get

f = get("double_well").f
x1, x2 = f.variables
flat = get("degenerate_minimum")
x, y = flat.variables
g = function("g", flat.variables, flat.expression)
kinds = {(-1, 0): (2, 0, 0), (0, 0): (1, 1, 0), (1, 0): (2, 0, 0)}

claim = Claim(
    id="double-well-has-the-strict-saddle-property",
    says="Every stationary point of the double well is a minimum with positive definite Hessian or "
    "has a negative eigenvalue; the minimum of x² + y⁴ shows that the article's variant asks more "
    "of minima than the notes'.",
    items={"N-31": "instance", "O-27": "definition"},
    given={},
    then=(
        Roots(f.gradient(), f.variables, tuple(kinds)),
        *(Inertia(f.hessian(at), *counts) for at, counts in kinds.items()),
        Inertia(g.hessian(at=(0, 0)), 1, 0, 1),
        ge(g(x, y), g(0, 0)),
        ge(f(x1, x2), f(1, 0)),
        ge(f(x1, x2), f(-1, 0)),
    ),
    scope="the double well x₁⁴ − 2x₁² + x₂²",
)


def proof():
    eliminants = {
        x1: (x1**3 - x1, (Rational(1, 4), 0)),
        x2: (x2, (0, Rational(1, 2))),
    }
    above = [(1, x1**2 - 1), (1, x2)]
    return conjoin(
        claim,
        [
            roots(claim.part(0), eliminants),
            *(inertia(claim.part(i)) for i in (1, 2, 3, 4)),
            combine(claim.part(5), using={}, squares=[(1, x), (1, y**2)]),
            combine(claim.part(6), using={}, squares=above),
            combine(claim.part(7), using={}, squares=above),
        ],
    )
