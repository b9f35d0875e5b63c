"""The PL constant of x² + 3 sin²x is below 0.1756: 7/40 is within 0.4 % of the best.

At x = 11/5 the ratio f′²/(2f) is smaller; the ball that decides it excludes 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, enclose, lt
from provenscape.models import landscapes

bowl = landscapes.get("sine_bowl")
(x,) = bowl.variables
(slope,) = bowl.gradient
AT = {x: Rational(11, 5)}

claim = Claim(
    id="sine-bowl-constant-is-nearly-best",
    items=["O-44"],
    says="The PL constant of x² + 3 sin²x is less than 439/2500, so that 7/40 is nearly the best.",
    given={},
    then=lt(slope.xreplace(AT) ** 2 / 2, Rational(439, 2500) * bowl.expression.xreplace(AT)),
    scope="the PL inequality with 439/2500 fails at x = 11/5; f* = 0",
)
witness = {}


def proof():
    return enclose(claim, {})
