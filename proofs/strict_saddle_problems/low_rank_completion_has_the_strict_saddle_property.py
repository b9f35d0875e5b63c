"""Low-rank completion: at a fit of three of four entries there is no curvature along (u, −v).

Three entries of the 2 × 2 matrix of ones, which determine the fourth at rank one. A fit has loss 0,
which is the least: the gradient vanishes there, and no curvature is negative. So the strict saddle
property would make every curvature positive. But at u = v = (1, 1) it is 0 along (u, −v).
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import matrix_completion

f = matrix_completion([[1, 1], [1, 0]], [[1, 1], [1, 1]], 1).f
direction = real("d1:5")
hessian = f.hessian()

claim = Claim(
    id="low-rank-completion-has-the-strict-saddle-property",
    says="Completion of low-rank matrices has the strict saddle property, so that at a fit of the "
    "observed entries, which is a global minimum, the curvature along every direction is positive.",
    items={"O-29": "part low-rank-completion"},
    where={direction: "the coordinates of a direction"},
    given={
        "fit": eq(f(*f.variables)),
        "direction": gt(sum(d**2 for d in direction)),
    },
    then=gt(
        sum(
            hessian[i, j] * direction[i] * direction[j] * (1 if i == j else 2)
            for i in range(4)
            for j in range(i, 4)
        )
    ),
    bridges=("second-order-necessary-condition",),
    about="the completion of a 2 × 2 matrix from three entries",
    scope="the plain loss ½ Σ (UVᵀ − M)², rank one, with three of four entries observed",
)


def refutation():
    point = dict.fromkeys(f.variables, 1) | dict(zip(direction, (1, 1, -1, -1), strict=True))
    return refute(claim, point)
