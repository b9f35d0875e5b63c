"""The symmetric variant ¼|UUᵀ − M|² has no solution UUᵀ = M unless M is positive semidefinite.

For a number M < 0 and r = 1 = rank M, ¼(u² − M)² ≥ ¼M², with its only minimum at u = 0: a global
minimum with residual −M. The hypothesis rank M = r must be joined by M ⪰ 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, gt, lt, real

u, M = real("u M")
f = function("f", (u,), (u**2 - M) ** 2 / 4)

claim = Claim(
    id="symmetric-factors-need-a-semidefinite-target",
    says="With one factor, ¼|UUᵀ − M|², the rank of M does not suffice: for a number M < 0 and "
    "r = 1 the global minimum, at u = 0, has UUᵀ ≠ M.",
    items={},
    where={M: "the target, a 1 × 1 matrix"},
    given={"negative": lt(M, 0)},
    then=(ge(f(u), f(0)), gt(f(0))),
    scope="the symmetric variant, 1 × 1",
)
witness = {u: 1, M: -1}
countermodels = {"negative": {u: 1, M: 1}}


def proof():
    least = combine(claim.part(0), using={"negative": u**2 / 2}, squares=[(Rational(1, 4), u**2)])
    positive = combine(claim.part(1), using={"negative": -M / 4})
    return conjoin(claim, [least, positive])
