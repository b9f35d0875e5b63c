"""Along the ridge a mountain pass is not a maximum.

The ridge runs from peak to peak and is highest across: f(s, t) ≤ f(s, 0). For x² − y² it is the
x axis, and on it f rises on both sides of the pass.
"""

from provenscape.kernel import Claim, gt, le, lt, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
s, t, r = real("s t r")  # position on the ridge, displacement across it, radius of a neighbourhood


def height(along, across):
    return saddle.expression.xreplace({x: along, y: across})


claim = Claim(
    id="a-mountain-pass-is-no-maximum-along-the-ridge",
    items=["N-09"],
    says="A mountain pass is a maximum along the ridge and a minimum across it.",
    given={
        "radius": gt(r),
        "near": lt(s**2, r**2),
        "ridge": le(height(s, t), height(s, 0)),
    },
    then=le(height(s, 0), height(0, 0)),
    scope="for x² − y² near its pass; the ridge is the curve that is highest among the points "
    "beside it, whichever of the two ways is called left-right",
    locally=(r,),
)


def refutation():
    return refute(claim, {s: r / 2, t: r / 2})
