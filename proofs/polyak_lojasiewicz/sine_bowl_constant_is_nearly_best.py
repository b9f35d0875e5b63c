"""The PL constant of x² + 3 sin²x is below 0.1756: 7/40 is within 0.4 % of the best.

At x = 11/5 the ratio f′²/(2f) is smaller; the ball that decides it excludes 0.
"""

from sympy import Rational

from provenscape import landscapes
from provenscape.kernel import Claim, ge, refute

bowl = landscapes.get("sine_bowl")
(x,) = bowl.variables
(slope,) = bowl.gradient

claim = Claim(
    id="sine-bowl-is-pl-with-a-larger-constant",
    items=[],
    says="x² + 3 sin²x satisfies the PL inequality with µ = 439/2500.",
    given={},
    then=ge(slope**2 / 2, Rational(439, 2500) * bowl.expression),
)


def refutation():
    return refute(claim, {x: Rational(11, 5)})
