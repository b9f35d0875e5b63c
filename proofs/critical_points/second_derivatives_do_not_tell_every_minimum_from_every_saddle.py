"""Second derivatives do not tell every minimum from every saddle.

x² + y⁴ and x² − y⁴ have one and the same second-order Taylor expansion at the origin, x², with
gradient 0 and Hessian diag(2, 0); the first has a strict minimum there, the second a saddle (claim
semidefinite-singular-hessian-decides-nothing).
"""

import sympy as sp

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import get

minimum, saddle = get("degenerate_minimum"), get("degenerate_saddle")
x, y = minimum.variables

claim = Claim(
    id="second-derivatives-do-not-tell-every-minimum-from-every-saddle",
    items=["L-09"],
    says="A local minimum and a saddle differ in their second derivatives.",
    given={
        "stationary_minimum_x": eq(minimum.gradient[0]),
        "stationary_minimum_y": eq(minimum.gradient[1]),
        "stationary_saddle_x": eq(saddle.gradient[0]),
        "stationary_saddle_y": eq(saddle.gradient[1]),
    },
    then=gt(sp.Add(*(entry**2 for entry in minimum.hessian - saddle.hessian))),
    scope="for the minimum of x² + y⁴ and the saddle of x² − y⁴, a minimum along x and a maximum "
    "along y; the conclusion says that the two Hessians differ in some entry",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
