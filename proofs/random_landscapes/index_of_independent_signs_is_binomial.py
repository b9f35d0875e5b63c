"""Independent fair signs of n eigenvalues: P(index = k) = C(n, k)/2ⁿ, mean n/2, variance n/4.

One more sign multiplies the generating function Σ P(index = k) zᵏ by the mean of z^[negative],
which is (1 + z)/2, and adds the mean 1/2 and the variance 1/4. So it is ((1 + z)/2)ⁿ for every z,
with the coefficients C(n, k)/2ⁿ; the same by Pascal's rule, claim
one-more-sign-adds-neighbouring-binomials. The law of n signs has at most 2ⁿ outcomes, so that a
finite probability space is all that is needed.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

z, chance, generating, power, total = real("z h G p t")
order, mean, variance = real("n mean V")
half = Rational(1, 2)

claim = Claim(
    id="index-of-independent-signs-is-binomial",
    says="If the signs of the n eigenvalues at a critical point are independent and fair, its "
    "index is k with probability C(n, k)/2ⁿ, the coefficient of zᵏ in ((1 + z)/2)ⁿ; the mean is "
    "n/2 and the variance n/4.",
    items={"N-24": "whole"},
    where={
        z: "the argument of the generating function",
        generating: ("the sum over k of zᵏ times the probability of index k, n signs", "G_n(z)"),
        power: ("two to the power n", "2^n"),
        total: ("the power n of 1 + z", "(1+z)^n"),
        order: "the number of signs",
        mean: "the mean of the index",
        variance: "the variance of the index",
        chance: "the probability that the next sign is negative, whatever those before it are",
    },
    given={"independent_and_fair": eq(chance, half)},
    then=Invariant(
        (eq(generating * power, total), eq(mean, order / 2), eq(variance, order / 4)),
        start={generating: 1, power: 1, total: 1, mean: 0, variance: 0, order: 0},
        update={
            generating: generating * (1 - chance + chance * z),
            power: 2 * power,
            total: total * (1 + z),
            mean: mean + chance,
            variance: variance + chance * (1 - chance),
            order: order + 1,
        },
        fixed=(z,),
    ),
    bridges=("binomial-theorem", "expectation-of-independent-factors-on-a-finite-space"),
    repairs="index-of-a-random-function-is-binomial",
    about="the law of the index",
    scope="every n",
)
witness = {z: 2, chance: half}
countermodels = {"independent_and_fair": {z: 2, chance: 1}}


def proof():
    law = combine(
        claim.at_next_state(0),
        using={
            "invariant.0": 1 + z,
            "independent_and_fair": 2 * (z - 1) * generating * power,
        },
    )
    middle = combine(claim.at_next_state(1), using={"invariant.1": 1, "independent_and_fair": 1})
    spread = combine(
        claim.at_next_state(2),
        using={"invariant.2": 1, "independent_and_fair": half - chance},
    )
    return induct(claim, (None, None, None), (law, middle, spread))
