"""x² − y² is a strict saddle function by the post's definition, and there is no minimum to find.

Everywhere one Hessian eigenvalue is −2, so the second alternative of the definition holds; see
saddles-everywhere-satisfy-the-definition-with-constants. A local minimum would be a stationary
point with semidefinite Hessian. The one stationary point is the origin, with an indefinite form.
"""

from provenscape.kernel import Claim, eq, ge, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
u, v = real("u v")
xx, xy, yy = saddle.hessian[0, 0], saddle.hessian[0, 1], saddle.hessian[1, 1]

claim = Claim(
    id="noisy-descent-finds-a-minimum-of-every-strict-saddle-function",
    items=["E-35", "E-44"],
    says="If every point has a large gradient, a clearly negative Hessian eigenvalue, or a local "
    "minimum near, noisy gradient descent, or some other polynomial-time algorithm, finds a local "
    "minimum.",
    given={"critical_x": eq(saddle.gradient[0]), "critical_y": eq(saddle.gradient[1])},
    then=ge(xx * u**2 + 2 * xy * u * v + yy * v**2),
    scope="x² − y², which has the property with curvature 2 at every point; the theorems are "
    "called informal and do not say that f is bounded below",
)


def refutation():
    return refute(claim, {x: 0, y: 0, u: 0, v: 1})
