"""On x² − y² a shorter step leads less far from the saddle, from every start with y ≠ 0.

A step of length η multiplies y by 1 + 2η. Warm-up makes the first steps shorter than the later
ones; so from a start near a saddle it takes longer to leave, not less long (the figure of the
growth of the unstable component measures 59 to 176 steps against 40 to 157).
"""

from provenscape.kernel import Claim, ge, gt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, more = real("eta h")

claim = Claim(
    id="warm-up-helps-to-escape-saddles",
    says="Learning-rate warm-up is a way to escape saddles: for some length of a step in warm-up, "
    "and some greater length afterwards, the shorter step leads at least as far along y.",
    items={"L-38": "part a-way-to-escape"},
    where={eta: "the step length in warm-up", more: "what it is greater by afterwards"},
    given={"off_the_axis": gt(y**2)},
    then=ge((y - eta * f.partial(y)) ** 2, (y - (eta + more) * f.partial(y)) ** 2),
    constants=(eta, more),
    about="warm-up at a saddle",
    scope="one step on x² − y², from y ≠ 0",
)


def refutation():
    return refute(claim, {x: 0, y: 1})
