"""At the minimum of x² noise of variance s² at every step keeps the mean square at s² or above.

V ← (1 − 2η)²V + s² for x ← (1 − 2η)x + w, which is at least s² after every step whatever V was
before. With noise of constant size descent converges to no point.
"""

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import get

bowl = get("bowl")
eta, s2, V = real("eta s2 V")
factor = 1 - eta * bowl.hessian[0, 0]

claim = Claim(
    id="noisy-descent-settles-at-a-minimum",
    items=["N-32"],
    says="Descent with noise of constant size converges to a local minimum in mean square.",
    given={"step": gt(eta), "noise": gt(s2), "mean_square": gt(V)},
    then=lt(factor**2 * V + s2, s2),
    locally=(V,),
    scope="'some step brings the mean square distance below s²', as convergence would; the bowl "
    "x² + y² with η = 1 and s² = 1, and noise independent of the past",
)


def refutation():
    return refute(claim, {eta: 1, s2: 1})
