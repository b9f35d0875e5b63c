"""Pascal's rule takes P(index = k) from C(n−1, k)/2ⁿ⁻¹ to C(n, k)/2ⁿ with one more fair sign.

One more fair sign raises the index by one with probability one half. C(n−1, k) = C(n, k)(n − k)/n
and C(n−1, k−1) = C(n, k) k/n, which add up to C(n, k); these two
formulas are put in as hypotheses.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, real

n, k, binomial, power = real("n k C p")
same, below, index = real("P_same P_below Q")

claim = Claim(
    id="one-more-sign-adds-neighbouring-binomials",
    says="With one more independent fair sign the probabilities of the index pass from "
    "C(n−1, k)/2ⁿ⁻¹ to C(n, k)/2ⁿ.",
    items={},
    where={
        n: "the number of signs",
        k: "the index",
        binomial: ("the binomial coefficient", "C(n,k)"),
        power: ("two to the power n − 1", "2^{n-1}"),
        same: ("the probability of index k among n − 1 signs", "P_{n-1}(k)"),
        below: ("the probability of index k − 1 among n − 1 signs", "P_{n-1}(k-1)"),
        index: ("the probability of index k among n signs", "P_n(k)"),
    },
    given={
        "order": gt(n),
        "same_index": eq(same * power, binomial * (n - k) / n),
        "index_below": eq(below * power, binomial * k / n),
        "fair_sign": eq(index, (same + below) / 2),
    },
    then=eq(index * 2 * power, binomial),
    scope="the step from n − 1 to n for every k",
)
half = Rational(1, 2)
witness = {n: 2, k: 1, binomial: 2, power: 2, same: half, below: half, index: half}
countermodels = {
    "same_index": witness | {same: 0, index: Rational(1, 4)},
    "index_below": witness | {below: 0, index: Rational(1, 4)},
    "fair_sign": witness | {index: 1},
}


def proof():
    return combine(claim, using={"same_index": 1, "index_below": 1, "fair_sign": 2 * power})
