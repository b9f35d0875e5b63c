"""1/4 − √2/(2π) = 0.0249…, the probability for a Gaussian matrix of order three, is below 1/8.

The closed form, for the orthogonal ensemble, is an integral over the ordered eigenvalues, computed
as a Pfaffian by `models.ensembles`; it is compared with 2⁻³ and half the value of order two.
"""

from sympy import Rational, pi, sqrt

from provenscape.kernel import Claim, conjoin, enclose, gt, lt

value = Rational(1, 4) - sqrt(2) / (2 * pi)

claim = Claim(
    id="random-quadratic-of-order-three-is-a-minimum-less-often",
    items=["N-100"],
    says="The Gaussian symmetric matrix of order three is positive definite with probability "
    "1/4 − √2/(2π) = 0.0249…, a fifth of 1/8.",
    given={},
    then=(
        gt(value, Rational(249, 10_000)),
        lt(value, Rational(250, 10_000)),
        lt(value, (2 - sqrt(2)) / 8),
    ),
    scope="the size of the number; that it is the probability is computed elsewhere, by Pfaffians "
    "and by simulation",
)
witness = {}


def proof():
    return conjoin(claim, [enclose(claim.part(i), {}) for i in range(3)])
