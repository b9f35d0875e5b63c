"""The symmetric variant ¼|UUᵀ − M|² has no solution UUᵀ = M unless M is positive semidefinite.

For M = −1 and r = 1 = rank M, ¼(u² + 1)² ≥ ¼, with its only minimum at u = 0: a global minimum with
residual 1. The hypothesis rank M = r must be joined by M ⪰ 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, real

u = real("u")

claim = Claim(
    id="symmetric-factors-need-a-semidefinite-target",
    items=["N-81"],
    says="With one factor, ¼|UUᵀ − M|², the rank of M does not suffice: for M = −1 and r = 1 the "
    "minimum ¼ at u = 0 has UUᵀ ≠ M.",
    given={},
    then=ge((u**2 + 1) ** 2 / 4, Rational(1, 4)),
    tight=True,
    scope="the symmetric variant, 1 × 1, M = −1",
)
witness = {}
equality = {u: 0}


def proof():
    return combine(claim, using={}, squares=[(Rational(1, 4), u**2), (Rational(1, 2), u)])
