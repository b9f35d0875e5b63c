"""1/4 − √2/(2π) = 0.0249…, the probability for a Gaussian matrix of order three, is below 1/40.

The closed form, for the orthogonal ensemble, is a fact quoted; `models.ensembles.goe_exact` finds
it again as a Pfaffian. It is compared with a fifth of 2⁻³ and with half the value of order two.
"""

from sympy import Rational, pi, sqrt

from provenscape.kernel import Claim, chain, conjoin, enclose, eq, gt, lt, real

probability = real("p")
value = Rational(1, 4) - sqrt(2) / (2 * pi)

claim = Claim(
    id="random-quadratic-of-order-three-is-a-minimum-less-often",
    says="The Gaussian symmetric matrix of order three is positive definite with probability "
    "0.0249…, less than a fifth of 1/8 and than half of (2 − √2)/4.",
    items={"N-100": "instance"},
    where={probability: "the probability that the matrix is positive definite"},
    given={"closed_form": eq(probability, value)},
    then=(
        gt(probability, Rational(249, 10_000)),
        lt(probability, Rational(1, 40)),
        lt(probability, (2 - sqrt(2)) / 8),
    ),
    facts={"closed_form": "goe-of-order-three-positive-definite"},
    scope="Gaussian orthogonal ensemble, n = 3",
)
witness = {probability: value}
countermodels = {"closed_form": {probability: 0}}


def proof():
    return conjoin(claim, [bounded(claim.part(i)) for i in range(3)])


def bounded(part):
    number = part.lemma("number", {}, part.then.subs({probability: value}))
    sign = 1 if part.then.op == ">" else -1
    return chain(part, {"number": enclose(number, {})}, using={"number": 1, "closed_form": sign})
