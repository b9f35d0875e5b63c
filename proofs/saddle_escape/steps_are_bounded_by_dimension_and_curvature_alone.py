"""No bound C/γ, whatever C: for a high enough multiple of the double well it allows no step at all.

a·f has the curvature −4a at its saddle and, with step length η/a, the same iterates as f with η.
With a = C + 1 the bound C/(4a) is below 1, and the start (½, 0) is not within ¼ of a minimum.
Polynomials in the dimension and in 1/γ fail likewise: neither number of steps has a unit, γ has.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, real, refute
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
C, a, gamma = real("C a gamma")
half = Rational(1, 2)

claim = Claim(
    id="steps-are-bounded-by-dimension-and-curvature-alone",
    says="Some multiple of 1/γ, γ the curvature at the saddles, bounds the number of steps to a "
    "neighbourhood of a minimum, for every strict saddle function in the plane: where it allows "
    "less than one step, the start is in that neighbourhood.",
    items={},
    where={
        C: "the multiple",
        a: "the factor by which the double well is multiplied",
        gamma: "the negative curvature at the saddle of a·f",
    },
    given={
        "factor": gt(a),
        "curvature": eq(gamma, -a * f.partial(x, x, at=(0, 0))),
        "no_step_allowed": gt(gamma, C),
        "start": eq(x, half),
        "on_the_axis": eq(y),
    },
    then=le((x - 1) ** 2 + y**2, Rational(1, 16)),
    constants=(C,),
    scope="multiples a·f of the double well, start (½, 0), the neighbourhood of radius ¼ of (1, 0)",
)


def refutation():
    return refute(claim, {a: C + 1, gamma: 4 * C + 4, x: half, y: 0})
