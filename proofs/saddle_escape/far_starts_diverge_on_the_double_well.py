"""On the double well |x| > √(1 + 1/(2η)) grows at every step; at equality the sign changes only.

x⁺ = x(1 + 4η − 4ηx²) with a factor below −1. So the larger the step length, the smaller the
interval of starts from which descent converges at all; its gradient is Lipschitz on bounded sets
alone, and no step length is below 1/L everywhere.
"""

from provenscape.kernel import Claim, combine, gt, real
from provenscape.models.landscapes import get

well = get("double_well")
x = well.variables[0]
eta = real("eta")
following = x - eta * well.gradient[0]

claim = Claim(
    id="far-starts-diverge-on-the-double-well",
    items=[],
    says="At every step length η descent on the double well diverges from |x| > √(1 + 1/(2η)).",
    given={"step": gt(eta), "far": gt(2 * eta * x**2, 2 * eta + 1)},
    then=gt(following**2, x**2),
    scope="one step, after which the hypotheses hold again, with |x| larger: a limit would be a "
    "fixed point of x², and there is none so far out",
)
witness = {x: 2, eta: 1}
countermodels = {
    "step": {x: 0, eta: -1},
    "far": {x: 1, eta: 1},
}


def proof():
    # with k = 2ηx² − 2η − 1 > 0 the factor is −(1 + 2k), and 2ηx²·4k(k + 1) has 2ηx² = k + 2η + 1
    k = 2 * eta * x**2 - 2 * eta - 1
    return combine(
        claim,
        using={"far": 4 * (2 * eta + 1)},
        squares=[(8 * eta, x * k), (4, k)],
        scale=2 * eta,
    )
