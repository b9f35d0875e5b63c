"""Where x² < µ/4, off the minimisers, the quartic ½(x² − 6/5)² violates PL with µ."""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, gt, lt, real
from provenscape.models import landscapes

quartic = landscapes.get("pl_quartic")
(x,) = quartic.variables
(slope,) = quartic.gradient
mu = real("mu")
off = (x**2 - Rational(6, 5)) ** 2

claim = Claim(
    id="quartic-violates-pl-near-its-maximum",
    items=["O-42", "O-47", "O-48"],
    says="The quartic violates the PL inequality with µ wherever x² < µ/4 and x² ≠ 6/5.",
    given={"near_maximum": lt(x**2, mu / 4), "off_the_minimisers": gt(off)},
    then=lt(slope**2, 2 * mu * quartic.expression),
    scope="½(x² − 6/5)², f* = 0: double wells are not PL on the line",
)
witness = {mu: Rational(1, 2), x: 0}
countermodels = {
    "near_maximum": {mu: Rational(1, 2), x: 2},
    "off_the_minimisers": {mu: 8, x: sqrt(Rational(6, 5))},
}


def proof():
    return combine(claim, using={"near_maximum": 4 * off})
