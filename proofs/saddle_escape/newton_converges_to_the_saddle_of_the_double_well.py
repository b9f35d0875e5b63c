"""Near the saddle of the double well Newton's method converges to it, with order three.

Along x the Newton map is x ↦ 2x³/(3x² − 1), which is odd with a vanishing second derivative at 0;
for x² ≤ 1/6 its value is at most 4|x|³ in size. Along y it is 0 after one step. The method finds
zeros of the gradient, and a saddle is one like any other.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, le, real
from provenscape.models.landscapes import get

well = get("double_well")
x = well.variables[0]
following = real("following")

claim = Claim(
    id="newton-converges-to-the-saddle-of-the-double-well",
    items=[],
    says="From |x| ≤ 1/√6 Newton's method on the double well converges to the saddle: "
    "|x⁺| ≤ 4|x|³, which is at most (2/3)|x|.",
    given={
        "newton": eq(well.hessian[0, 0] * (following - x) + well.gradient[0]),
        "near": le(6 * x**2, 1),
    },
    then=le(following**2, 16 * x**6),
    scope="one step along x, after which the hypotheses hold again; the coordinate y is 0 after "
    "one step",
)
witness = {x: Rational(1, 4), following: Rational(-1, 26)}
countermodels = {
    "newton": {x: Rational(1, 4), following: 1},
    "near": {x: Rational(3, 5), following: Rational(27, 5)},
}


def proof():
    return combine(
        claim,
        using={
            "newton": -(2 * x**3 + (3 * x**2 - 1) * following),
            "near": following**2 * (3 - 6 * x**2),
        },
    )
