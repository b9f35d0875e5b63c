"""The gradient of x² − y² at (0.05, 1.8) is (0.1, −3.6)."""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq
from provenscape.models import landscapes

f = landscapes.get("quadratic_saddle").f
x, y = f.variables
START = (Rational(5, 100), Rational(18, 10))

claim = Claim(
    id="gradient-of-the-saddle-at-the-notes-start",
    says="At (0.05, 1.8) the gradient of x² − y² is (0.1, −3.6).",
    items={"N-73": "whole"},
    given={},
    then=(
        eq(f.partial(x, at=START), Rational(1, 10)),
        eq(f.partial(y, at=START), Rational(-36, 10)),
    ),
)


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(2)])
