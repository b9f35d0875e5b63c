"""x² − y² has one stationary point, the origin, and it is a strict saddle.

The gradient is (2x, −2y), and the Hessian diag(2, −2) has one positive and one negative eigenvalue.
At (0, ε) the value is −ε², so the origin is no local minimum.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Inertia,
    Roots,
    combine,
    conjoin,
    eq,
    inertia,
    real,
    roots,
)
from provenscape.models import landscapes

f = landscapes.get("quadratic_saddle").f
x, y = f.variables
a, b, epsilon = real("a b epsilon")
half = Rational(1, 2)

claim = Claim(
    id="quadratic-saddle-is-a-strict-saddle",
    says="The gradient (2x, −2y) of x² − y² vanishes at the origin alone, where the Hessian "
    "diag(2, −2) has one positive and one negative eigenvalue; at (0, ε) the value is lower by ε².",
    items={"N-72": "whole", "E-07": "whole", "L-14": "instance"},
    where={(a, b): "any point of the plane", epsilon: "a displacement along y"},
    given={},
    then=(
        Roots(f.gradient(), (x, y), ((0, 0),)),
        Inertia(f.hessian((0, 0)), 1, 1, 0),
        eq(f.partial(x, at=(a, b)), 2 * a),
        eq(f.partial(y, at=(a, b)), -2 * b),
        eq(f.partial(x, x, at=(a, b)), 2),
        eq(f.partial(x, y, at=(a, b)), 0),
        eq(f.partial(y, y, at=(a, b)), -2),
        eq(f(0, epsilon), f(0, 0) - epsilon**2),
    ),
    scope="x² − y², our function for a picture that was not seen: the module prints its sections",
)
points = [{x: 0, y: 0, a: 1, b: 1, epsilon: 1}]


def proof():
    alone = roots(claim.part(0), {x: (x, (half, 0)), y: (y, (0, -half))})
    equations = [combine(claim.part(i), using={}) for i in range(2, 8)]
    return conjoin(claim, [alone, inertia(claim.part(1)), *equations])
