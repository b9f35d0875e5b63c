"""The PL constant of x² + 3 sin²x is below 0.1756: 7/40 is within 0.4 % of the best.

At x = 11/5 the ratio f′²/(2f) is smaller; the ball that decides it excludes 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, enclose, lt
from provenscape.models import landscapes

f = landscapes.get("sine_bowl").f
(x,) = f.variables
place = (Rational(11, 5),)

claim = Claim(
    id="sine-bowl-constant-is-nearly-best",
    says="x² + 3 sin²x is not PL with 439/2500, so that its constant 7/40 (sine-bowl-is-pl) is "
    "within 0.4 % of the best.",
    items={},
    given={},
    then=lt(f.partial(x, at=place) ** 2 / 2, Rational(439, 2500) * (f(*place) - f(0))),
    scope="the point x = 11/5",
)


def proof():
    return enclose(claim, {})
