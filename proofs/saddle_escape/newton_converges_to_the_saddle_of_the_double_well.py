"""Near the saddle of the double well Newton's method converges to it, with order three.

Along x the Newton map is x ↦ 2x³/(3x² − 1), which is odd with a vanishing second derivative at 0;
for x² ≤ 1/6 its value is at most 4|x|³ in size. Along y it is 0 after one step. The method finds
zeros of the gradient, and a saddle is one like any other.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
next_x, next_y = real("n_1 n_2")

claim = Claim(
    id="newton-converges-to-the-saddle-of-the-double-well",
    says="From |x| ≤ 1/√6 every Newton step on the double well has |x⁺| ≤ 4|x|³ ≤ (2/3)|x| and "
    "ends on the axis y = 0: the method converges to the saddle.",
    items={"N-22": "instance"},
    where={
        next_x: ("the first coordinate after a Newton step", "x_1^{+}"),
        next_y: ("the second coordinate after it", "x_2^{+}"),
    },
    given={
        "newton_x": eq(f.partial(x, x) * (next_x - x), -f.partial(x)),
        "newton_y": eq(f.partial(y, y) * (next_y - y), -f.partial(y)),
        "near": le(6 * x**2, 1),
    },
    then=(le(next_x**2, 16 * x**6), le(9 * 16 * x**6, 4 * x**2), eq(next_y)),
    scope="the double well x₁⁴ − 2x₁² + x₂², whose Hessian is diagonal; one step, after which the "
    "hypotheses hold again",
)
witness = {x: Rational(1, 4), y: 1, next_x: Rational(-1, 26), next_y: 0}
countermodels = {
    "newton_x": witness | {next_x: 1},
    "newton_y": witness | {next_y: 1},
    "near": witness | {x: Rational(3, 5), next_x: Rational(27, 5)},
}


def proof():
    cubic = combine(
        claim.part(0),
        using={
            "newton_x": -(2 * x**3 + (3 * x**2 - 1) * next_x),
            "near": next_x**2 * (3 - 6 * x**2),
        },
    )
    smaller = combine(claim.part(1), using={"near": 4 * x**2 * (1 + 6 * x**2)})
    on_the_axis = combine(claim.part(2), using={"newton_y": 1}, scale=2)
    return conjoin(claim, [cubic, smaller, on_the_axis])
