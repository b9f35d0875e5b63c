"""On the double well steps beyond 2/L at the minima, 1/4, drive descent away from them as well.

1 − x⁺ = (1 − x)(1 − 4ηx(1 + x)): where 2ηx(1 + x) > 1, which for η > 1/4 is so near x = 1, the
distance grows.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta = real("eta")

claim = Claim(
    id="long-steps-drive-descent-from-the-minima-too",
    says="Where 2ηx(1 + x) > 1, hence near the minimum of the double well if η > 1/4, a step of "
    "descent increases the distance from it.",
    items={},
    where={eta: "the step length"},
    given={"long_step": gt(2 * eta * x * (1 + x), 1), "off_the_minimum": gt((1 - x) ** 2)},
    then=gt((1 - (x - eta * f.partial(x))) ** 2, (1 - x) ** 2),
    scope="the double well x₁⁴ − 2x₁² + x₂²; one step along the coordinate of the wells",
)
witness = {x: Rational(1, 2), y: 0, eta: 1}
countermodels = {
    "long_step": {x: Rational(1, 2), y: 0, eta: Rational(1, 8)},
    "off_the_minimum": {x: 1, y: 0, eta: 1},
}


def proof():
    # (1 − 2k)² − 1 = 4k(k − 1) = 4(k − 1)² + 4(k − 1) with k = 2ηx(1 + x)
    growth = 2 * eta * x * (1 + x) - 1
    return combine(
        claim,
        using={"long_step": 4 * (1 - x) ** 2},
        squares=[(4, (1 - x) * growth)],
    )
