"""The Hessian gives the second derivative along every direction; definite means all positive.

For f = x₁⁴ − 2x₁² + x₂² the second derivative of t ↦ f(x + tu) at t = 0 is u'Hu with H the matrix
of ∂²f/∂xᵢ∂xⱼ. Positive definite means u'Hu > 0 for every u ≠ 0: [[2, 1], [1, 2]] is, while
[[1, 2], [2, 1]], whose entries are all positive, is not, nor is diag(2, 0), which is 0 on the axis.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia, lt, real
from provenscape.models.landscapes import get

well = get("double_well")
x1, x2 = well.variables
u1, u2, t = real("u1 u2 t")
u = sp.Matrix([u1, u2])
along = well.expression.xreplace({x1: x1 + t * u1, x2: x2 + t * u2})
definite, positive_entries, semidefinite = (
    sp.ImmutableMatrix(rows) for rows in ([[2, 1], [1, 2]], [[1, 2], [2, 1]], [[2, 0], [0, 0]])
)


def form(matrix, vector):
    return (vector.T * matrix * vector)[0]


claim = Claim(
    id="hessian-of-second-derivatives-and-definiteness",
    items=["E-08"],
    says="u'Hu is the second derivative along u, and H is positive definite when it is positive "
    "for every u ≠ 0, which positive entries do not ensure.",
    given={"nonzero": gt(u1**2 + u2**2)},
    then=(
        eq(along.diff(t, 2).xreplace({t: sp.Integer(0)}), form(well.hessian, u)),
        gt(form(definite, u)),
        Inertia(definite, 2, 0, 0),
        lt(form(positive_entries, sp.Matrix([1, -1])), 0),
        Inertia(positive_entries, 1, 1, 0),
        eq(form(semidefinite, sp.Matrix([0, 1]))),
        Inertia(semidefinite, 1, 0, 1),
    ),
    scope="second derivatives of x₁⁴ − 2x₁² + x₂²; definiteness of three matrices",
)
witness = {x1: 1, x2: 1, u1: 1, u2: 0}
countermodels = {"nonzero": witness | {u1: 0}}


def proof():
    part = claim.part
    return conjoin(
        claim,
        [
            combine(part(0), using={}),
            combine(part(1), using={"nonzero": 1}, squares=[(1, u1 + u2)]),
            combine(part(3), using={}, squares=[(2, 1)]),
            combine(part(5), using={}),
            *(inertia(part(i)) for i in (2, 4, 6)),
        ],
    )
