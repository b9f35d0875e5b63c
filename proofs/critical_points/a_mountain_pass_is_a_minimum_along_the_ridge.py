"""A mountain pass is the lowest point of its ridge and the highest point of the way across.

The double well turned upside down, −x₁⁴ + 2x₁² − x₂², has peaks of height 1 at (±1, 0) and a pass
of height 0 at the origin. Its ridge is the x₁ axis: all points beside it are lower. Between the
peaks the ridge lies above the pass, and the way across, along x₂, below it.
"""

from sympy import ImmutableMatrix

from provenscape.kernel import (
    Claim,
    Inertia,
    combine,
    conjoin,
    eq,
    ge,
    gt,
    inertia,
    le,
    lt,
    real,
)
from provenscape.models.landscapes import get

well = get("double_well")
x1, x2 = well.variables
s, t = real("s t")  # position on the ridge, displacement across it
PASS = well.at((0, 0))


def height(along, across):
    return -well.expression.xreplace({x1: along, x2: across})


claim = Claim(
    id="a-mountain-pass-is-a-minimum-along-the-ridge",
    items=["N-09"],
    says="A mountain pass is a saddle: a minimum along the ridge, a maximum along the way across.",
    given={
        "off_the_pass": gt(s**2),
        "between_the_peaks": le(s**2, 1),
        "off_the_ridge": gt(t**2),
    },
    then=(
        ge(height(s, 0), height(s, t)),
        gt(height(s, 0), height(0, 0)),
        lt(height(0, t), height(0, 0)),
        eq(sum(g.xreplace(PASS) ** 2 for g in well.gradient)),
        Inertia(ImmutableMatrix(-well.hessian.xreplace(PASS)), 1, 1, 0),
    ),
    repairs="a-mountain-pass-is-no-maximum-along-the-ridge",
    scope="for −x₁⁴ + 2x₁² − x₂², the double well turned upside down",
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
    level = combine(claim.part(3), using={})
    return conjoin(claim, [ridge, along, across, level, inertia(claim.part(4))])
