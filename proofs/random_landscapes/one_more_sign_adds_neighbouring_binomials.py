"""Pascal's rule takes P(index = k) from C(n−1, k)/2ⁿ⁻¹ to C(n, k)/2ⁿ with one more fair sign.

One more fair sign raises the index by one with probability one half. C(n−1, k) = C(n, k)(n − k)/n
and C(n−1, k−1) = C(n, k) k/n, which add up to C(n, k).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, real

n, k, binomial, power = real("n k C p")  # C(n, k), and 2ⁿ⁻¹
stay, rise, index = real("P_k P_{k-1} Q_k")  # among n − 1 signs, and among n

claim = Claim(
    id="one-more-sign-adds-neighbouring-binomials",
    items=["N-24"],
    says="With one more independent fair sign the probabilities of the index pass from "
    "C(n−1, k)/2ⁿ⁻¹ to C(n, k)/2ⁿ.",
    given={
        "order": gt(n),
        "same_index": eq(stay * power, binomial * (n - k) / n),
        "index_below": eq(rise * power, binomial * k / n),
        "fair_sign": eq(2 * index, stay + rise),
    },
    then=eq(index * 2 * power, binomial),
    scope="the step from n − 1 to n for every k; for n = 0 the index is 0 with probability 1",
)
witness = {
    n: 2,
    k: 1,
    binomial: 2,
    power: 2,
    stay: Rational(1, 2),
    rise: Rational(1, 2),
    index: Rational(1, 2),
}
countermodels = {
    "same_index": {**witness, stay: 0, index: Rational(1, 4)},
    "index_below": {**witness, rise: 0, index: Rational(1, 4)},
    "fair_sign": {**witness, index: 1},
}


def proof():
    return combine(claim, using={"same_index": 1, "index_below": 1, "fair_sign": power})
