"""Along the ridge a mountain pass is not a maximum.

The ridge runs from peak to peak and is highest across: f(s, t) ≤ f(s, 0). For x² − y² it is the
x axis, and on it f rises on both sides of the pass.
"""

from provenscape.kernel import Claim, le, lt, real, refute
from provenscape.models import landscapes

f = landscapes.get("quadratic_saddle").f
s, t, r = real("s t r")

claim = Claim(
    id="a-mountain-pass-is-a-maximum-along-the-ridge",
    says="A mountain pass is a maximum along the ridge and a minimum across it.",
    items={"N-09": "part the-two-views"},
    where={
        s: "a position on the ridge, the x axis",
        t: "a displacement across the ridge",
        r: "the radius of a neighbourhood of the pass",
    },
    given={"near": lt(s**2, r**2), "ridge": le(f(s, t), f(s, 0))},
    then=le(f(s, 0), f(0, 0)),
    constants=(r,),
    scope="x² − y² near its pass, the origin; the ridge is the curve that is highest among the "
    "points beside it, whichever of the two ways is called left-right",
)


def refutation():
    return refute(claim, {s: r / 2, t: r / 2})
