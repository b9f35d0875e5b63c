"""The 3 × 3 matrix of ones, seen but for (1, 3), (2, 2) and (3, 1): (1, 0, −1) is a strict minimum.

x₁² = x₃² = 1 and x₁x₂ = x₂x₃ = 1 determine x = ±(1, 1, 1). At (1, 0, −1) the gradient vanishes,
the Hessian ((4, −2, 0), (−2, 4, −2), (0, −2, 4)) is positive definite, and the loss is 2.
Yalçın, Zhang, Lavaei & Sojoudi (2022) build instances with exponentially many such minima.
"""

from sympy import ImmutableMatrix, Integer

from provenscape.kernel import Claim, Inertia, Roots, combine, conjoin, eq, inertia, roots
from provenscape.models.landscapes import symmetric_matrix_completion

MASK = [[1, 1, 0], [1, 0, 1], [0, 1, 1]]
loss = symmetric_matrix_completion(MASK, [[1] * 3] * 3, 1)
x, y, z = loss.variables
at = loss.at((1, 0, -1))
entries = (x**2 - 1, x * y - 1, y * z - 1, z**2 - 1)

claim = Claim(
    id="completion-may-have-a-spurious-minimum",
    items=["O-30"],
    says="Escaping the saddles does not always lead to a global minimum: entries that determine a "
    "matrix of rank one can leave a further strict local minimum.",
    given={},
    then=(
        Roots(entries, (x, y, z), ((-1, -1, -1), (1, 1, 1))),
        *(eq(slope.xreplace(at)) for slope in loss.gradient),
        Inertia(ImmutableMatrix(loss.hessian.xreplace(at)), 3, 0, 0),
        eq(loss.expression.xreplace(at), 2),
    ),
    scope="a symmetric factor of rank one, six of nine entries of the matrix of ones; the sentence "
    "says that minima are often global, and this shows that it depends on what is observed",
)
witness = {}


def proof():
    zero, one = Integer(0), Integer(1)
    complete = roots(
        claim.part(0),
        {
            x: (x**2 - 1, (one, zero, zero, zero)),
            y: (y**2 - 1, (-(y**2), x * y + 1, zero, zero)),
            z: (z**2 - 1, (zero, zero, zero, one)),
        },
    )
    flat = [combine(claim.part(i), using={}) for i in (1, 2, 3, 5)]
    return conjoin(claim, [complete, *flat, inertia(claim.part(4))])
