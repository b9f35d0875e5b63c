"""Gradient descent on matrix completion can settle at a spurious minimum, from all starts nearby.

The instance is that of matrix-completion-has-no-spurious-minima: z = (1, ½, 1), the corners not
observed. At (1, 0, −1), where the loss is 17/32, the gradient vanishes and 0 ≺ ηH ≺ 2I for
η = 1/10: the map of gradient descent contracts there, and the starts nearby are drawn to the point.
"""

from sympy import Rational, eye

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import symmetric_matrix_completion

half, quarter, eta = Rational(1, 2), Rational(1, 4), Rational(1, 10)
landscape = symmetric_matrix_completion(
    [[1, 1, 0], [1, 1, 1], [0, 1, 1]], [[1, half, 1], [half, quarter, half], [1, half, 1]], 1
)
curvature = eta * landscape.hessian
rest = 2 * eye(3) - curvature


def minors(matrix):
    return [matrix[:i, :i].det(method="berkowitz") for i in (1, 2, 3)]


claim = Claim(
    id="descent-settles-only-at-the-global-optimum-of-completion",
    items=["N-86"],
    says="Gradient descent reliably finds the global optimum of matrix completion: a point to "
    "which it is drawn from all starts nearby has loss 0.",
    given={
        **{f"stationary_{i}": eq(g) for i, g in enumerate(landscape.gradient, 1)},
        **{f"convex_{i}": gt(minor) for i, minor in enumerate(minors(curvature), 1)},
        **{f"step_{i}": gt(minor) for i, minor in enumerate(minors(rest), 1)},
    },
    then=eq(landscape.expression),
    scope="the 3 × 3 matrix zzᵀ with z = (1, ½, 1), rank one, all entries but the corners "
    "observed, η = 1/10; that 0 ≺ ηH ≺ 2I makes the point attract its neighbours is Ostrowski's "
    "theorem",
)


def refutation():
    return refute(claim, dict(zip(landscape.variables, (1, 0, -1), strict=True)))
