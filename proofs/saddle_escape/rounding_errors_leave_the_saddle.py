"""On x² − y² rounding never moves y from 0: zero times anything is rounded to zero.

In floating-point arithmetic y⁺ = (y + 2ηy(1 + δ₁))(1 + δ₂) with relative errors |δᵢ| ≤ u; from y =
0 that is 0, whatever the δᵢ.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, lt, real, refute

y, eta, delta1, delta2 = real("y eta delta_1 delta_2")
unit = Rational(1, 2**53)
rounded = (y + 2 * eta * y * (1 + delta1)) * (1 + delta2)

claim = Claim(
    id="rounding-errors-leave-the-saddle",
    items=["O-06"],
    says="Numerical errors alone make gradient descent leave a saddle.",
    given={
        "step": gt(eta),
        "at_the_saddle": eq(y),
        "rounding": gt(delta1**2 + delta2**2),
        "small": lt(delta1**2 + delta2**2, unit**2),
    },
    then=gt(rounded**2),
    scope="x² − y² from a start with y = 0; errors of binary64 arithmetic; 'a mere numerical "
    "perturbation' read as what the computation itself adds",
)


def refutation():
    return refute(claim, {y: 0, eta: Rational(1, 4), delta1: Rational(1, 2**54), delta2: 0})
