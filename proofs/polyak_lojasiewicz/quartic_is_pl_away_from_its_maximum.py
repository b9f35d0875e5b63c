"""The quartic ½(x² − 6/5)² satisfies the PL inequality with µ wherever x² ≥ µ/4.

For µ = ½ that is |x| ≥ 1/√8; the difference of the two sides is (4x² − µ)(x² − 6/5)².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, real
from provenscape.models import landscapes

quartic = landscapes.get("pl_quartic")
(x,) = quartic.variables
(slope,) = quartic.gradient
mu = real("mu")

claim = Claim(
    id="quartic-is-pl-away-from-its-maximum",
    items=["O-47", "O-48"],
    says="The quartic satisfies the PL inequality with µ at every x with x² ≥ µ/4.",
    given={"away_from_maximum": ge(x**2, mu / 4)},
    then=ge(slope**2, 2 * mu * quartic.expression),
    tight=True,
    repairs="quartic-is-pl-everywhere",
    scope="½(x² − 6/5)², f* = 0; for the µ = ½ of the figure, |x| ≥ 1/√8",
)
witness = {mu: Rational(1, 2), x: 1}
equality = {mu: Rational(1, 2), x: Rational(1, 2)} | {mu: 1}
countermodels = {"away_from_maximum": {mu: Rational(1, 2), x: Rational(1, 3)}}


def proof():
    return combine(claim, using={"away_from_maximum": 4 * (x**2 - Rational(6, 5)) ** 2})
