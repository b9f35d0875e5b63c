"""Fair signs alone do not give 0.5ⁿ: with one common sign all are positive half the time.

The Hessian t I with t = ±1 at equal odds has eigenvalues each of which is positive with probability
1/2; all n are positive with probability 1/2 for every n. Gaussian matrices err on the other side
(claim random-quadratic-of-order-two-is-a-minimum-less-often).
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, real, refute

both, first, second, none = real("both first second none")  # which of the two are positive
half = Rational(1, 2)

claim = Claim(
    id="fair-signs-are-all-positive-with-probability-half-to-the-n",
    items=["L-21"],
    says="If each of n eigenvalues is positive with probability 1/2, then all of them are with "
    "probability 0.5ⁿ.",
    given={
        "first_is_fair": eq(both + first, half),
        "second_is_fair": eq(both + second, half),
        "total": eq(both + first + second + none, 1),
        "probability_both": ge(both),
        "probability_first": ge(first),
        "probability_second": ge(second),
        "probability_none": ge(none),
    },
    then=eq(both, Rational(1, 4)),
    scope="n = 2, for the Hessian t I with t = ±1",
)


def refutation():
    return refute(claim, {both: half, first: 0, second: 0, none: half})
