"""The singular vectors of the residual alone do not give a direction of descent.

For M = diag(4, 1) the point U = V = diag(2, 0) is critical with UVᵀ − M = −e₂e₂ᵀ, whose only
singular pair is (e₂, e₂). Along A = B = e₂aᵀ the product gains t²e₂e₂ᵀ, which is what is missing;
but with a = e₁, a column in use, f = ½ + 3t² + ½t⁴ rises. It falls along a = e₂, the null vector
of the factors, which the residual does not tell: at U = V = 2e₁e₂ᵀ the residual is the same, and
no direction at all serves both points (claim one-residual-has-no-direction-of-its-own). (To first
order f falls nowhere: the gradient is zero.)
"""

from provenscape.kernel import Claim, eq, gt, lt, real, refute
from provenscape.models.landscapes import matrix_factorization

landscape = matrix_factorization(2, 2, 2, [[4, 0], [0, 1]])
a1, a2, t, r = real("a1 a2 t r")
CRITICAL = (2, 0, 0, 0, 2, 0, 0, 0)


def at(point):
    return dict(zip(landscape.variables, point, strict=True))


moved = landscape.expression.xreplace(at((2, 0, t * a1, t * a2, 2, 0, t * a1, t * a2)))

claim = Claim(
    id="the-residual-alone-gives-descent",
    items=["N-84"],
    says="At a critical point with UVᵀ ≠ M the singular vectors u, v of the residual always give a "
    "direction of descent (in whatever column they are put: A = uaᵀ, B = vaᵀ).",
    given={
        "radius": gt(r),
        "step": gt(t),
        "near": lt(t, r),
        "column": eq(a1**2 + a2**2, 1),
    },
    then=lt(moved, landscape.expression.xreplace(landscape.at(CRITICAL))),
    scope="M = diag(4, 1), r = 2, at U = V = diag(2, 0). Together with a null vector of a factor, "
    "which the sketch leaves out, the residual gives one: that is the repair. At a critical point "
    "no direction has a negative directional derivative, so the sketch can only mean one of second "
    "order",
    locally=(r,),
)


def refutation():
    return refute(claim, {a1: 1, a2: 0, t: r / 2})
