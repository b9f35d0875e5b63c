"""Where x² < µ/4, off the minimisers, the quartic ½(x² − 6/5)² violates PL with µ.

The difference of the two sides is (4x² − µ)(x² − 6/5)², from which it can be read off.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, gt, lt, real
from provenscape.models import landscapes

f = landscapes.get("pl_quartic").f
(x,) = f.variables
mu = real("mu")

claim = Claim(
    id="quartic-violates-pl-near-its-maximum",
    says="The quartic violates the PL inequality with µ wherever x² < µ/4 and x² ≠ 6/5.",
    items={},
    where={x: "a point of the line", mu: "the PL constant"},
    given={
        "near_maximum": lt(x**2, mu / 4),
        "off_the_minimisers": gt((x**2 - Rational(6, 5)) ** 2),
    },
    then=lt(f.partial(x) ** 2, 2 * mu * f(x)),
    scope="½(x² − 6/5)², whose minimum value is 0",
)
witness = {mu: Rational(1, 2), x: 0}
countermodels = {
    "near_maximum": {mu: Rational(1, 2), x: 2},
    "off_the_minimisers": {mu: 8, x: sqrt(Rational(6, 5))},
}


def proof():
    return combine(claim, using={"near_maximum": 4 * (x**2 - Rational(6, 5)) ** 2})
