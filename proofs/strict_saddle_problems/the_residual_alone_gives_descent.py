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

f = matrix_factorization(2, 2, 2, [[4, 0], [0, 1]]).f
a1, a2, t, r = real("a1 a2 t r")
moved = (2, 0, t * a1, t * a2, 2, 0, t * a1, t * a2)

claim = Claim(
    id="the-residual-alone-gives-descent",
    says="At a critical point with UVᵀ ≠ M the singular vectors u, v of the residual give a "
    "direction of descent, in whatever column they are put: A = uaᵀ, B = vaᵀ.",
    items={"N-84": "instance"},
    where={
        (a1, a2): "the unit vector that says in which column the singular vectors are put",
        t: "the length of the step",
        r: "the radius of a neighbourhood",
    },
    given={
        "step": gt(t),
        "near": lt(t, r),
        "column": eq(a1**2 + a2**2, 1),
    },
    then=lt(f(*moved), f(2, 0, 0, 0, 2, 0, 0, 0)),
    parameters=(a1, a2),
    constants=(r,),
    scope="M = diag(4, 1), r = 2, at U = V = diag(2, 0), where the residual has the one singular "
    "pair e₂, e₂ of value 1; the gradient vanishes at a critical point, so that a descent there is "
    "one of second order",
)


def refutation():
    return refute(claim, {a1: 1, a2: 0, t: r / 2})
