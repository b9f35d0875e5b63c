"""From the step length (3√3 − 2)/8 on starts in the strip reach the double well's saddle line.

A step multiplies x by u − 4ηx², u = 1 + 4η. With K = √(u/(4η)), the edge that goes to 0, it takes
sK to us(1 − s²)K. Where us(1 − s²) = 1 that is K, and then 0. As s(1 − s²) takes all values
between 0 and its maximum 2/(3√3), at s = 1/√3, there is such an s if and only if u ≥ 3√3/2. (Two
if the inequality is strict.) For shorter steps there is none:
short-steps-reach-the-saddle-of-the-double-well-from-its-line-alone.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, lt, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta, s, K = real("eta s K")
u = 1 + 4 * eta
start = s * K

claim = Claim(
    id="long-steps-reach-the-saddle-of-the-double-well-from-off-its-line",
    says="On the double well let 0 < s < 1 and 1 + 4η = 1/(s(1 − s²)): descent from x = sK > 0, "
    "inside the strip |x| < K = √(1 + 1/(4η)), goes to x = K and then onto the saddle's line x = "
    "0, in two steps. All these step lengths are (3√3 − 2)/8 at least.",
    items={"E-47": "instance"},
    where={
        eta: "the step length",
        s: "the start as a share of K",
        K: "the edge of the strip, which one step leads to 0",
    },
    given={
        "inside": gt(s),
        "below_the_edge": lt(s, 1),
        "step_length": eq(u * s * (1 - s**2), 1),
        "edge": eq(4 * eta * K**2, u),
        "positive_edge": gt(K),
    },
    then=(
        eq(start - eta * f.partial(x, at=(start, y)), K),
        eq(K - eta * f.partial(x, at=(K, y))),
        ge(4 * u**2, 27),
        gt(start),
    ),
    scope="the double well x₁⁴ − 2x₁² + x₂², the coordinate along the wells",
)
half = Rational(1, 2)
witness = {eta: Rational(5, 12), s: half, K: sqrt(Rational(8, 5)), y: 1}
countermodels = {
    "inside": {eta: -Rational(11, 12), s: -half, K: sqrt(Rational(8, 11)), y: 0},
    "below_the_edge": {eta: -Rational(7, 24), s: 2, K: sqrt(Rational(1, 7)), y: 0},
    "step_length": {eta: Rational(1, 4), s: half, K: sqrt(2), y: 0},
    "edge": witness | {K: 1},
    "positive_edge": witness | {K: -sqrt(Rational(8, 5))},
}


def proof():
    first = combine(claim.part(0), using={"edge": -(s**3) * K, "step_length": K})
    second = combine(claim.part(1), using={"edge": -K})
    # 4 − 27w(1 − w)² = (1 − 3w)²(4 − 3w) with w = s²
    w = s**2
    long = combine(
        claim.part(2),
        using={
            "step_length": 27 * (u * s * (1 - w) + 1),
            "below_the_edge": 3 * (1 + s) * u**2 * (1 - 3 * w) ** 2,
        },
        squares=[(1, u * (1 - 3 * w))],
    )
    off = combine(claim.part(3), using={"positive_edge": s})
    return conjoin(claim, [first, second, long, off])
