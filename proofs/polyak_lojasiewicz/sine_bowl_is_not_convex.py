"""f(x) = x² + 3 sin²x, a PL function, is not convex: its value at 3/2 exceeds the mean at 1 and 2.

(f″(π/2) = −4.) The three values are numbers; balls that exclude 0 decide.
"""

from sympy import Rational

from provenscape.kernel import Claim, enclose, gt
from provenscape.models import landscapes

bowl = landscapes.get("sine_bowl")
(x,) = bowl.variables


def value(place):
    return bowl.expression.xreplace({x: place})


claim = Claim(
    id="sine-bowl-is-not-convex",
    items=["O-44"],
    says="x² + 3 sin²x is not convex: at 3/2 it lies above the mean of its values at 1 and 2.",
    given={},
    then=gt(value(Rational(3, 2)), (value(1) + value(2)) / 2),
    scope="x² + 3 sin²x, which is PL by sine-bowl-is-pl",
)
witness = {}


def proof():
    return enclose(claim, {})
