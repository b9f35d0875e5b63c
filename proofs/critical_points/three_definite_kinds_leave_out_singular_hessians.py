"""Positive definite, negative definite and indefinite are not all that a Hessian can be.

The only stationary point of x² + y⁴ has the eigenvalues 2 and 0. In the plane the three kinds (all
positive, all negative, both signs) are those with nonzero product of the two eigenvalues.
"""

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import get

quartic = get("degenerate_minimum")
x, y = quartic.variables

claim = Claim(
    id="three-definite-kinds-leave-out-singular-hessians",
    items=["N-N1", "L-10"],
    says="At a stationary point the eigenvalues of H are all positive, all negative or of both "
    "signs: three kinds.",
    given={"stationary_x": eq(quartic.gradient[0]), "stationary_y": eq(quartic.gradient[1])},
    then=gt(quartic.hessian.det() ** 2),
    scope="for x² + y⁴ at its minimum, the origin; of the documents that count three kinds, one "
    "adds singular Hessians as a further entry (N-19), the other has no place for them",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
