"""A variable between l and l + w ≤ l + 1 has variance at most ¼: Popoviciu's inequality.

With h = l + w, (h − D)(D − l) ≥ 0 has the mean (h + l) E D − E D² − lh; with E D = 0 it says that
E D² ≤ −lh = w²/4 − (h + l)²/4. Fair values ±½ attain the bound.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, le, real

mean, square, low, width = real("mean square l w")
high = low + width

claim = Claim(
    id="a-centred-variable-of-range-one-has-variance-at-most-a-quarter",
    says="A random variable of mean 0 that lies in an interval of length at most 1 has variance at "
    "most ¼.",
    items={},
    where={
        mean: ("the mean of the variable D", r"E D"),
        square: ("its mean square", r"E D^2"),
        low: "the left end of an interval in which D lies",
        width: "the length of that interval",
    },
    given={
        "centred": eq(mean),
        "inside": ge(high * mean - square - low * high + low * mean),
        "length": ge(width),
        "short": le(width, 1),
    },
    then=le(square, Rational(1, 4)),
    tight=True,
    proves="popoviciu-inequality",
    scope='"inside" is the mean of (l + w − D)(D − l), which is never negative',
)
half = Rational(1, 2)
witness = {mean: 0, square: Rational(1, 4), low: -half, width: 1}
equality = witness
countermodels = {
    "centred": witness | {mean: 3, square: 9, low: 2},
    "inside": witness | {square: 1},
    "short": witness | {low: -1, width: 2, square: 1},
}


def proof():
    # 1/4 − E D² = −E D² − lh + (1 − w)(1 + w)/4 + (l + h)²/4
    return combine(
        claim,
        using={"inside": 1, "centred": -(low + high), "short": (1 + width) / 4},
        squares=[(Rational(1, 4), low + high)],
    )
