"""On x² − y², where L = 2, steps η > 1 = 2/L enlarge |x| as well: x decays for 0 < η < 2/L alone.

One step multiplies x by 1 − 2η, which is below −1. Then no start but the saddle itself goes there.
"""

from provenscape.kernel import Claim, combine, gt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta = real("eta")

claim = Claim(
    id="steps-beyond-two-over-l-leave-along-x-too",
    says="A gradient step on x² − y² that is longer than 2/L = 1 enlarges |x| too, so that there x "
    "does not decay.",
    items={},
    where={eta: "the step length"},
    given={"long_step": gt(eta, 1), "off_in_x": gt(x**2)},
    then=gt((x - eta * f.partial(x)) ** 2, x**2),
    scope="x² − y², one step",
)
witness = {x: 1, y: 1, eta: 2}
countermodels = {"long_step": witness | {eta: 1}, "off_in_x": witness | {x: 0}}


def proof():
    return combine(claim, using={"long_step": 4 * eta * x**2})
