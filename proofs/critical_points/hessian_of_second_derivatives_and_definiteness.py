"""The Hessian gives the second derivative along every direction; definite means all positive.

For f = x₁⁴ − 2x₁² + x₂² the second derivative of t ↦ f(x + tu) at t = 0 is u'Hu with H the matrix
of ∂²f/∂xᵢ∂xⱼ. Positive definite means u'Hu > 0 for every u ≠ 0: [[2, 1], [1, 2]], the Hessian of
g, is; [[1, 2], [2, 1]], the Hessian of h, whose entries are all positive, is not; nor is
diag(2, 0), the Hessian of q, which is 0 on the axis. The three are u'Hu/2 for their Hessians.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Inertia,
    combine,
    conjoin,
    eq,
    function,
    gt,
    inertia,
    lt,
    real,
)
from provenscape.models import landscapes

f = landscapes.get("double_well").f
x1, x2 = f.variables
u1, u2, t = real("u1 u2 t")
along = function("c", (t,), (x1 + t * u1) ** 4 - 2 * (x1 + t * u1) ** 2 + (x2 + t * u2) ** 2)
g = function("g", (u1, u2), u1**2 + u1 * u2 + u2**2)
h = function("h", (u1, u2), u1**2 / 2 + 2 * u1 * u2 + u2**2 / 2)
q = function("q", (u1, u2), u1**2)
ORIGIN = (0, 0)

claim = Claim(
    id="hessian-of-second-derivatives-and-definiteness",
    says="u'Hu is the second derivative along u, and H is positive definite when it is positive "
    "for every u ≠ 0, which positive entries do not ensure.",
    items={"E-08": "definition"},
    where={
        (x1, x2): "a point",
        (u1, u2): "a direction u",
    },
    given={"nonzero": gt(u1**2 + u2**2)},
    then=(
        eq(along(t), f(x1 + t * u1, x2 + t * u2)),
        eq(
            along.partial(t, t, at=(0,)),
            u1**2 * f.partial(x1, x1) + 2 * u1 * u2 * f.partial(x1, x2) + u2**2 * f.partial(x2, x2),
        ),
        gt(g(u1, u2)),
        Inertia(g.hessian(ORIGIN), 2, 0, 0),
        lt(h(1, -1), 0),
        Inertia(h.hessian(ORIGIN), 1, 1, 0),
        eq(q(0, 1), 0),
        Inertia(q.hessian(ORIGIN), 1, 0, 1),
    ),
    scope="second derivatives of x₁⁴ − 2x₁² + x₂²; definiteness of three matrices",
)
witness = {x1: 1, x2: 1, u1: 1, u2: 0, t: 1}
countermodels = {"nonzero": witness | {u1: 0}}


def proof():
    part = claim.part
    return conjoin(
        claim,
        [
            *(combine(part(i), using={}) for i in (0, 1, 6)),
            combine(
                part(2), using={"nonzero": Rational(1, 2)}, squares=[(Rational(1, 2), u1 + u2)]
            ),
            combine(part(4), using={}, squares=[(1, 1)]),
            *(inertia(part(i)) for i in (3, 5, 7)),
        ],
    )
