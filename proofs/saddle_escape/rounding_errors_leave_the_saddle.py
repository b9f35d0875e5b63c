"""On x² − y² rounding never moves y from 0: zero times anything is rounded to zero.

In floating-point arithmetic the computed step is y⁺ = (y − η∂f/∂y(1 + δ₁))(1 + δ₂) with relative
errors |δᵢ| ≤ u; from y = 0 that is 0, whatever the δᵢ.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, delta1, delta2 = real("eta delta_1 delta_2")
unit = Rational(1, 2**53)
rounded = (y - eta * f.partial(y) * (1 + delta1)) * (1 + delta2)

claim = Claim(
    id="rounding-errors-leave-the-saddle",
    says="Numerical errors alone make gradient descent leave a saddle: rounding moves y from 0.",
    items={"O-06": "part numerical-perturbation"},
    where={
        eta: "the step length",
        (delta1, delta2): "the relative errors of the product and of the difference",
    },
    given={
        "step": gt(eta),
        "at_the_saddle": eq(y),
        "rounding": gt(delta1**2 + delta2**2),
        "small": lt(delta1**2 + delta2**2, unit**2),
    },
    then=gt(rounded**2),
    bridges=("standard-model-of-floating-point-arithmetic",),
    scope="x² − y² from a start with y = 0, in binary64; 'a mere numerical perturbation' read as "
    "what the computation itself adds",
)


def refutation():
    error = Rational(1, 2**54)
    return refute(claim, {x: 1, y: 0, eta: Rational(1, 4), delta1: error, delta2: 0})
