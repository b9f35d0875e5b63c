"""The index of a Gaussian matrix of order 1, 2, 3 has variance 0.25, 0.293, 0.350, and not n/4.

With p the probability of positive definiteness, which is that of negative definiteness: at order
two the index is 0, 1 or 2 and has variance 2p; at order three it is 0, …, 3, with variance 2p(3/2)²
+ (1 − 2p)(1/2)² = ¼ + 4p. The eigenvalues repel: known is a growth as (log n)/π² (Majumdar, Nadal,
Scardicchio & Vivo 2011), computed here to n = 48 in the table index_variance; from n = 1 to 3 it
grows by less than that law.
"""

from sympy import Rational, log, pi, sqrt

from provenscape.kernel import Claim, chain, combine, conjoin, enclose, eq, lt, real

second, third = real("p_2 p_3")
two, three = real("V_2 V_3")
quarter = Rational(1, 4)

claim = Claim(
    id="index-variance-of-small-gaussian-matrices",
    says="The number of negative eigenvalues of a matrix of the Gaussian orthogonal ensemble has "
    "variance 1 − √2/2 at order two and 5/4 − 2√2/π at order three: less than n/4, that of "
    "independent signs, and from 1/4 at order one it rises by less than (log n)/π².",
    items={"N-24": "instance", "N-99": "instance"},
    where={
        second: "the probability that a matrix of order two is positive definite",
        third: "that probability at order three",
        (two, three): "the variance of the index at order two and at order three",
    },
    given={
        "definite_of_order_two": eq(second, (2 - sqrt(2)) / 4),
        "definite_of_order_three": eq(third, quarter - sqrt(2) / (2 * pi)),
        "index_of_order_two": eq(two, 2 * second),
        "index_of_order_three": eq(three, 2 * third * 9 / 4 + (1 - 2 * third) / 4),
    },
    then=(
        eq(two, 1 - sqrt(2) / 2),
        eq(three, 5 * quarter - 2 * sqrt(2) / pi),
        lt(two, quarter + log(2) / pi**2),
        lt(three, quarter + log(3) / pi**2),
    ),
    facts={
        "definite_of_order_two": "spherical-cap-area",
        "definite_of_order_three": "goe-of-order-three-positive-definite",
    },
    bridges=("standard-normal-vectors-are-rotation-invariant",),
    scope="n = 2 and n = 3",
)
witness = {second: (2 - sqrt(2)) / 4, third: quarter - sqrt(2) / (2 * pi)}
witness |= {two: 1 - sqrt(2) / 2, three: 5 * quarter - 2 * sqrt(2) / pi}
countermodels = {  # independent fair signs; then an index of 1 unless the matrix is definite
    "definite_of_order_two": witness | {second: quarter, two: 2 * quarter},
    "definite_of_order_three": witness | {third: quarter / 2, three: 3 * quarter},
    "index_of_order_two": witness | {two: witness[second] * (1 - witness[second])},
    "index_of_order_three": witness | {three: witness[third] * (1 - witness[third])},
}


def proof():
    of_two = {"index_of_order_two": 1, "definite_of_order_two": 2}
    of_three = {"index_of_order_three": 1, "definite_of_order_three": 4}
    parts = [combine(claim.part(0), using=of_two), combine(claim.part(1), using=of_three)]
    for index, (symbol, value, using) in enumerate(
        ((two, witness[two], of_two), (three, witness[three], of_three)), 2
    ):
        part = claim.part(index)
        number = part.lemma("number", {}, part.then.subs({symbol: value}))
        signed = {name: -weight for name, weight in using.items()}
        parts.append(chain(part, {"number": enclose(number, {})}, using={"number": 1} | signed))
    return conjoin(claim, parts)
