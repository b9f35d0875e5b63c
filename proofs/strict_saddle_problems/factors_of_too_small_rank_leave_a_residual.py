"""With r < rank M the residual cannot vanish: ½|uvᵀ − I|² ≥ ½ for the 2 × 2 identity and r = 1.

|uvᵀ − I|² − 1 = (u₁v₁ + u₂v₂ − 1)² + (u₁v₂ − u₂v₁)². The bound is attained at u = v = e₁, a global
minimum with UVᵀ ≠ M. With r = rank M = 1 the value 0 is attained.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge
from provenscape.models.landscapes import matrix_factorization

f = matrix_factorization(2, 2, 1, [[1, 0], [0, 1]]).f
u1, u2, v1, v2 = f.variables
half = Rational(1, 2)

claim = Claim(
    id="factors-of-too-small-rank-leave-a-residual",
    says="That r is the rank of M is needed for UVᵀ = M: with r = 1 and M the 2 × 2 identity, f "
    "≥ ½, attained at a global minimum with UVᵀ ≠ M.",
    items={"N-80": "definition"},
    given={},
    then=ge(f(*f.variables), half),
    tight=True,
    scope="2 × 2, r = 1",
)
equality = {u1: 1, u2: 0, v1: 1, v2: 0}


def proof():
    return combine(
        claim, using={}, squares=[(half, u1 * v1 + u2 * v2 - 1), (half, u1 * v2 - u2 * v1)]
    )
