"""A mountain pass is the lowest point of its ridge and the highest point of the way across.

The double well turned upside down, −x₁⁴ + 2x₁² − x₂², has peaks of height 1 at (±1, 0) and a pass
of height 0 at the origin. Its ridge is the x₁ axis: all points beside it are lower. Between the
peaks the ridge lies above the pass, and the way across, along x₂, below it.
"""

from provenscape.kernel import (
    Claim,
    Inertia,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    inertia,
    le,
    lt,
    real,
)
from provenscape.models import landscapes

well = landscapes.get("double_well")
x1, x2 = well.variables
f = function("f", (x1, x2), -well.expression)
s, t = real("s t")
PASS = (0, 0)

claim = Claim(
    id="a-mountain-pass-is-a-minimum-along-the-ridge",
    says="The pass between two peaks is a minimum along the ridge and a maximum along the way "
    "across; its gradient vanishes and its Hessian has eigenvalues of both signs.",
    items={"N-09": "instance"},
    where={s: "a position on the ridge, the x₁ axis", t: "a displacement across the ridge"},
    given={
        "off_the_pass": gt(s**2),
        "between_the_peaks": le(s**2, 1),
        "off_the_ridge": gt(t**2),
    },
    then=(
        ge(f(s, 0), f(s, t)),
        gt(f(s, 0), f(0, 0)),
        lt(f(0, t), f(0, 0)),
        eq(f.partial(x1, at=PASS)),
        eq(f.partial(x2, at=PASS)),
        Inertia(f.hessian(PASS), 1, 1, 0),
    ),
    repairs="a-mountain-pass-is-a-maximum-along-the-ridge",
    scope="−x₁⁴ + 2x₁² − x₂², the double well turned upside down",
)
witness = {s: 1, t: 1}
countermodels = {
    "off_the_pass": {s: 0, t: 1},
    "between_the_peaks": {s: 2, t: 1},
    "off_the_ridge": {s: 1, t: 0},
}


def proof():
    ridge = combine(claim.part(0), using={"off_the_ridge": 1})
    along = combine(claim.part(1), using={"off_the_pass": 1, "between_the_peaks": s**2})
    across = combine(claim.part(2), using={"off_the_ridge": 1})
    level = [combine(claim.part(i), using={}) for i in (3, 4)]
    return conjoin(claim, [ridge, along, across, *level, inertia(claim.part(5))])
