"""No bound C/γ, whatever C: for a high enough multiple of the double well it allows no step at all.

a·f has the curvature −4a at its saddle and, with step length η/a, the same iterates as f with η.
With a = C + 1 the bound C/(4a) is below 1, and the start (½, 0) is not within ¼ of a minimum.
Polynomials in the dimension and in 1/γ fail likewise: neither number of steps has a unit, γ has.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, real, refute
from provenscape.models.landscapes import get

well = get("double_well")
x, y = well.variables
C, a, gamma = real("C a gamma")
half = Rational(1, 2)

claim = Claim(
    id="steps-are-bounded-by-dimension-and-curvature-alone",
    items=[],
    says="Some multiple of 1/γ, γ the curvature at the saddles, bounds the number of steps to a "
    "neighbourhood of a minimum, for every strict saddle function in the plane.",
    given={
        "multiple": gt(a),
        "curvature": eq(gamma, -a * well.hessian[0, 0].xreplace({x: 0})),
        "no_step_allowed": gt(gamma, C),
        "start": eq(x, half),
        "on_the_axis": eq(y),
    },
    then=le((x - 1) ** 2 + y**2, Rational(1, 16)),
    locally=(C,),
    scope="'for some constant C > 0'; a·(double well), radius ¼, start (½, 0); if less than one "
    "step is allowed the start must do",
)


def refutation():
    return refute(claim, {a: C + 1, gamma: 4 * C + 4, x: half, y: 0})
