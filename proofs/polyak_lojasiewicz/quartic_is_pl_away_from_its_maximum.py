"""The quartic ½(x² − 6/5)² satisfies the PL inequality with µ wherever x² ≥ µ/4.

For µ = ½ that is |x| ≥ 1/√8; the difference of the two sides is (4x² − µ)(x² − 6/5)²,
from which it can be read off.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, real
from provenscape.models import landscapes

f = landscapes.get("pl_quartic").f
(x,) = f.variables
mu = real("mu")

claim = Claim(
    id="quartic-is-pl-away-from-its-maximum",
    says="The quartic satisfies the PL inequality with µ at every x with x² ≥ µ/4.",
    items={"O-48": "part the-quartic"},
    where={x: "a point of the line", mu: "the PL constant"},
    given={"away_from_maximum": ge(x**2, mu / 4)},
    then=ge(f.partial(x) ** 2, 2 * mu * f(x)),
    tight=True,
    repairs="quartic-is-pl-everywhere",
    scope="½(x² − 6/5)², whose minimum value is 0; for the µ = ½ of the figure, |x| ≥ 1/√8",
)
witness = {mu: Rational(1, 2), x: 1}
equality = {mu: 1, x: Rational(1, 2)}
countermodels = {"away_from_maximum": {mu: Rational(1, 2), x: Rational(1, 3)}}


def proof():
    return combine(claim, using={"away_from_maximum": 4 * (x**2 - Rational(6, 5)) ** 2})
