"""Along every line through the origin but the y axis, x² + y³ has a strict minimum there.

On the line (at, bt) with a ≠ 0 the value is t²(a² + b³t), positive for 0 < |t| with 2|t||b|³ ≤ a².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, real
from provenscape.models import landscapes

f = landscapes.get("degenerate_inflection").f
a, b, t = real("a b t")

claim = Claim(
    id="inflection-has-its-minimum-along-every-other-line",
    says="On each line through the origin other than the y axis, x² + y³ is larger than at the "
    "origin for all small displacements.",
    items={},
    where={(a, b): "the direction of a line", t: "the parameter on the line"},
    given={
        "not_the_y_axis": gt(a**2),
        "displaced": gt(t**2),
        "near": le(4 * b**6 * t**2, a**4),
    },
    then=gt(f(a * t, b * t), f(0, 0)),
    scope="x² + y³ on the plane",
)
witness = {a: 2, b: 1, t: -1}
countermodels = {
    "not_the_y_axis": {a: 0, b: 0, t: 1},
    "displaced": {a: 1, b: 1, t: 0},
    "near": {a: 1, b: 1, t: -1},
}


def proof():
    return combine(
        claim,
        using={"near": t**2 / 4},
        squares=[(1, t * (a**2 + b**3 * t)), (Rational(3, 4), a**2 * t)],
        scale=2 * a**2,
    )
