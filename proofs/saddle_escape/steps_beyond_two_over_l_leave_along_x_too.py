"""On x² − y², where L = 2, steps η > 1 = 2/L enlarge |x| as well: x decays for 0 < η < 2/L alone.

One step multiplies x by 1 − 2η, which is below −1. Then no start but the saddle itself goes there.
"""

from provenscape.kernel import Claim, combine, gt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")

claim = Claim(
    id="steps-beyond-two-over-l-leave-along-x-too",
    items=["N-74", "E-47"],
    says="With a step longer than 2/L gradient descent on x² − y² diverges along x too: the decay "
    "of x needs η < 1.",
    given={"long_step": gt(eta, 1), "off_in_x": gt(x**2)},
    then=gt((x - eta * saddle.gradient[0]) ** 2, x**2),
)
witness = {x: 1, eta: 2}
countermodels = {"long_step": {x: 1, eta: 1}, "off_in_x": {x: 0, eta: 2}}


def proof():
    return combine(claim, using={"long_step": 4 * eta * x**2})
