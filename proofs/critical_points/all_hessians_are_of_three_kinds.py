"""Positive definite, negative definite and indefinite are not all that a Hessian can be.

The only stationary point of x² + y⁴ has the eigenvalues 2 and 0. In the plane the three kinds (all
positive, all negative, both signs) are those with nonzero product of the two eigenvalues.
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

f = get("degenerate_minimum").f
x, y = f.variables
low, high = real("low high")
along_x, across, along_y = f.partial(x, x), f.partial(x, y), f.partial(y, y)

claim = Claim(
    id="all-hessians-are-of-three-kinds",
    says="At a stationary point the eigenvalues of H are all positive, all negative or of both "
    "signs: none is 0.",
    items={"N-N1": "whole", "L-10": "whole"},
    where={
        (x, y): "a stationary point",
        (low, high): "the eigenvalues of the Hessian there",
    },
    given={
        "stationary_x": eq(f.partial(x)),
        "stationary_y": eq(f.partial(y)),
        "trace": eq(low + high, along_x + along_y),
        "determinant": eq(low * high, along_x * along_y - across**2),
    },
    then=gt((low * high) ** 2),
    about="the kinds of Hessians",
    scope="for x² + y⁴, at its minimum; one of the two documents that count three kinds adds "
    "singular Hessians as a further entry, the other has no place for them",
)


def refutation():
    return refute(claim, {x: 0, y: 0, low: 0, high: 2})
