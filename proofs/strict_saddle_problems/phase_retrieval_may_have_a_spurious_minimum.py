"""Measure (1, 1) with e₁ and e₂ five times each and with (1, 1) once: (1, −1) is a strict minimum.

The squares x², y², (x + y)² determine the signal up to its sign, but (1, −1), which fits all but
one of them, is stationary with a positive definite Hessian and has the loss 16/11.
"""

from sympy import Integer, Rational

from provenscape.kernel import Claim, Inertia, Roots, combine, conjoin, eq, inertia, roots
from provenscape.models.landscapes import phase_retrieval

f = phase_retrieval([[1, 0]] * 5 + [[0, 1]] * 5 + [[1, 1]], [1, 1]).f
x, y = f.variables
SPURIOUS = (1, -1)
squares = (x**2 - 1, y**2 - 1, (x + y) ** 2 - 4)

claim = Claim(
    id="phase-retrieval-may-have-a-spurious-minimum",
    says="Escaping the saddles does not always lead to a global minimum: measurements that "
    "determine the signal up to its sign can leave a further strict local minimum.",
    items={"O-30": "instance"},
    given={},
    then=(
        Roots(squares, (x, y), ((-1, -1), (1, 1))),
        *map(eq, f.gradient(at=SPURIOUS)),
        Inertia(f.hessian(at=SPURIOUS), 2, 0, 0),
        eq(f(*SPURIOUS), Rational(16, 11)),
    ),
    bridges=("second-order-sufficient-condition",),
    scope="eleven real measurements in the plane",
)


def proof():
    zero, one = Integer(0), Integer(1)
    complete = roots(
        claim.part(0), {x: (x**2 - 1, (one, zero, zero)), y: (y**2 - 1, (zero, one, zero))}
    )
    flat = [combine(claim.part(i), using={}) for i in (1, 2, 4)]
    return conjoin(claim, [complete, *flat, inertia(claim.part(3))])
