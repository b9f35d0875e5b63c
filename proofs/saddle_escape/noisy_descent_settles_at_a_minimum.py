"""At the minimum of x² noise of variance s² at every step keeps the variance at s² or above.

V ← (1 − 2η)²V + s² for x ← (1 − 2η)x + w. With noise of constant size descent converges to no
point.
"""

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.landscapes import get

bowl = get("bowl")
eta, s2, V, tolerance = real("eta s2 V tol")
factor = 1 - eta * bowl.hessian[0, 0]

claim = Claim(
    id="noisy-descent-settles-at-a-minimum",
    items=["N-32"],
    says="Descent with noise of constant size converges to a local minimum in mean square.",
    given={"step": gt(eta), "noise": gt(s2), "close": lt(V, tolerance), "variance": gt(V)},
    then=lt(factor**2 * V + s2, tolerance),
    locally=(tolerance,),
    scope="'for some tolerance the variance, once below it, stays below'; the bowl x² + y², with "
    "noise no smaller than the tolerance",
)


def refutation():
    return refute(claim, {eta: 1, s2: tolerance, V: tolerance / 2})
