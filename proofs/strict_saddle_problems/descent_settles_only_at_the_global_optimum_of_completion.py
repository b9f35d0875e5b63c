"""Gradient descent on matrix completion can settle at a spurious minimum, from all starts nearby.

The instance is that of matrix-completion-has-no-spurious-minima: z = (1, ½, 1), the corners not
observed. At (1, 0, −1), where the loss is 17/32, the gradient vanishes and 0 ≺ ηH ≺ 2I for
η = 1/10: the map of gradient descent contracts there, and the starts nearby are drawn to the point.
That descent finds the optimum reliably is a statement about frequencies, which one such instance
does not refute (descent-finds-the-global-optimum-from-random-starts).
"""

from sympy import Rational, eye

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import symmetric_matrix_completion

half, quarter, eta = Rational(1, 2), Rational(1, 4), Rational(1, 10)
f = symmetric_matrix_completion(
    [[1, 1, 0], [1, 1, 1], [0, 1, 1]], [[1, half, 1], [half, quarter, half], [1, half, 1]], 1
).f
curvature = eta * f.hessian()
rest = 2 * eye(3) - curvature


def minors(matrix):
    return [matrix[:i, :i].det(method="berkowitz") for i in (1, 2, 3)]


claim = Claim(
    id="descent-settles-only-at-the-global-optimum-of-completion",
    says="A point to which gradient descent on matrix completion is drawn from all starts nearby "
    "has loss 0.",
    items={},
    given={
        **{f"stationary_{i}": eq(slope) for i, slope in enumerate(f.gradient(), 1)},
        **{f"convex_{i}": gt(minor) for i, minor in enumerate(minors(curvature), 1)},
        **{f"step_{i}": gt(minor) for i, minor in enumerate(minors(rest), 1)},
    },
    then=eq(f(*f.variables)),
    bridges=("ostrowski-theorem", "sylvester-criterion"),
    about="gradient descent on matrix completion",
    scope="the 3 × 3 matrix zzᵀ with z = (1, ½, 1), rank one, all entries but the corners "
    "observed, steps of 1/10",
)


def refutation():
    return refute(claim, dict(zip(f.variables, (1, 0, -1), strict=True)))
