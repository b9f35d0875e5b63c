"""Fair signs alone do not give 0.5ⁿ: with one common sign all are positive half the time.

The Hessian t I with t = ±1 at equal odds has eigenvalues each of which is positive with probability
1/2; all n are positive with probability 1/2 for every n. Gaussian matrices err on the other side
(claim random-quadratic-of-order-two-is-a-minimum-less-often).
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, real, refute

both, first, second, neither = real("both first second neither")
half = Rational(1, 2)

claim = Claim(
    id="fair-signs-are-all-positive-with-probability-half-to-the-n",
    says="If each of n eigenvalues is positive with probability 1/2, then all of them are with "
    "probability 0.5ⁿ.",
    items={"L-21": "whole"},
    where={
        (both, neither): "the probabilities that both eigenvalues are positive, and neither",
        (first, second): "the probabilities that the first alone is, and the second alone",
    },
    given={
        "first_is_fair": eq(both + first, half),
        "second_is_fair": eq(both + second, half),
        "total": eq(both + first + second + neither, 1),
        "probability_both": ge(both),
        "probability_first": ge(first),
        "probability_second": ge(second),
        "probability_neither": ge(neither),
    },
    then=eq(both, Rational(1, 4)),
    about="the probability that all of several signs are positive",
    scope="n = 2; it fails for the Hessian t I with t = ±1",
)


def refutation():
    return refute(claim, {both: half, first: 0, second: 0, neither: half})
