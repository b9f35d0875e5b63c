"""f(x) = x² + 3 sin²x, a PL function, is not convex: its value at 3/2 exceeds the mean at 1 and 2.

(f″(π/2) = −4.) The three values are numbers; balls that exclude 0 decide.
"""

from sympy import Rational

from provenscape.kernel import Claim, enclose, gt
from provenscape.models import landscapes

f = landscapes.get("sine_bowl").f

claim = Claim(
    id="sine-bowl-is-not-convex",
    says="x² + 3 sin²x is not convex: at 3/2 it lies above the mean of its values at 1 and 2.",
    items={"O-44": "instance"},
    given={},
    then=gt(f(Rational(3, 2)), (f(1) + f(2)) / 2),
    scope="x² + 3 sin²x, which is PL by sine-bowl-is-pl",
)


def proof():
    return enclose(claim, {})
