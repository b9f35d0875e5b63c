"""x² − y² is a strict saddle function by either definition, and there is no minimum to find.

Its one critical point is a strict saddle, which is all that the notes ask; and at every point the
Hessian eigenvalue along y is −2, so the second alternative of the post's definition holds
(saddles-everywhere-satisfy-the-definition-with-constants). The gradient (2x, −2y) vanishes at the
origin alone, and there f(0, h) = −h² < 0: along y noisy descent runs off to infinity.
"""

from provenscape.kernel import Claim, eq, ge, le, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
h, r = real("h r")

claim = Claim(
    id="noisy-descent-finds-a-minimum-of-every-strict-saddle-function",
    says="If every point has a large gradient, a clearly negative Hessian eigenvalue, or a local "
    "minimum near, or if every critical point is a local minimum or a strict saddle, noisy "
    "gradient descent, or some other polynomial-time algorithm, finds a local minimum: here, the "
    "one point where the gradient vanishes would be one.",
    items={"E-35": "whole", "E-44": "whole", "N-32": "whole"},
    where={h: "a displacement along the y axis", r: "the radius of a neighbourhood"},
    given={
        "negative_eigenvalue": le(f.partial(y, y), -2),
        "stationary_along_x": eq(f.partial(x)),
        "stationary_along_y": eq(f.partial(y)),
        "near": lt(h**2, r**2),
    },
    then=ge(f(x, y + h), f(x, y)),
    parameters=(x, y),
    constants=(r,),
    bridges=("first-order-necessary-condition",),
    about="noisy gradient descent on strict saddle functions",
    scope="x² − y²; the theorems are called informal, or say nothing of a lower bound",
)


def refutation():
    return refute(claim, {x: 0, y: 0, h: r / 2})
