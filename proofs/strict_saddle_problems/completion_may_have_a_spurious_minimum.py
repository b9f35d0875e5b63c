"""The 3 × 3 matrix of ones, seen but for (1, 3), (2, 2) and (3, 1): (1, 0, −1) is a strict minimum.

x₁² = x₃² = 1 and x₁x₂ = x₂x₃ = 1 determine x = ±(1, 1, 1). At (1, 0, −1) the gradient vanishes,
the Hessian ((4, −2, 0), (−2, 4, −2), (0, −2, 4)) is positive definite, and the loss is 2.
Yalçın, Zhang, Lavaei & Sojoudi (2022) build instances with exponentially many such minima.
"""

from sympy import Integer

from provenscape.kernel import Claim, Inertia, Roots, combine, conjoin, eq, inertia, roots
from provenscape.models.landscapes import symmetric_matrix_completion

MASK = [[1, 1, 0], [1, 0, 1], [0, 1, 1]]
loss = symmetric_matrix_completion(MASK, [[1] * 3] * 3, 1)
f = loss.f
x, y, z = loss.variables
SPURIOUS = (1, 0, -1)
entries = (x**2 - 1, x * y - 1, y * z - 1, z**2 - 1)

claim = Claim(
    id="completion-may-have-a-spurious-minimum",
    says="Escaping the saddles does not always lead to a global minimum: entries that determine a "
    "matrix of rank one up to the sign of its factor can leave a further strict local minimum.",
    items={"O-30": "instance"},
    given={},
    then=(
        Roots(entries, (x, y, z), ((-1, -1, -1), (1, 1, 1))),
        *map(eq, f.gradient(at=SPURIOUS)),
        Inertia(f.hessian(at=SPURIOUS), 3, 0, 0),
        eq(f(*SPURIOUS), 2),
    ),
    bridges=("second-order-sufficient-condition",),
    scope="a symmetric factor of rank one, six of nine entries of the matrix of ones",
)


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
