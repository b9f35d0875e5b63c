"""The singular vectors of the residual, put into one column of both factors, need not lower f.

For M = diag(4, 0) and r = 1 the point U = 0, V = (0, 3) is critical, and UVᵀ − M = −4e₁e₁ᵀ has the
one singular pair e₁, e₁. There f(tae₁, V + tae₁) = 8 + ½(ta)² + ½(ta)⁴ rises with t for every a,
and more so with −e₁ in the place of one e₁. It falls along θte₁, V + te₁ with 0 < θ < 8/9: the
factor with the null vector must get the smaller share. Nor does the residual tell which factor and
column that is: at U = V = diag(2, 0) and U = V = 2e₁e₂ᵀ with M = diag(4, 1) it is the same, and no
direction at all serves both points (claim one-residual-has-no-direction-of-its-own).
"""

from provenscape.kernel import Claim, gt, lt, real, refute
from provenscape.models.landscapes import matrix_factorization

f = matrix_factorization(2, 2, 1, [[4, 0], [0, 0]]).f
a, t, r = real("a t r")

claim = Claim(
    id="the-residual-alone-gives-descent",
    says="At a critical point with UVᵀ ≠ M the singular vectors u, v of the residual give a "
    "direction of descent, in some column of the factors: A = uaᵀ, B = vaᵀ.",
    items={"N-84": "part descent"},
    where={
        a: "the column in which the singular vectors are put: for r = 1 a number",
        t: "the length of the step",
        r: "the radius of a neighbourhood",
    },
    given={"step": gt(t), "near": lt(t, r)},
    then=lt(f(t * a, 0, t * a, 3), f(0, 0, 0, 3)),
    constants=(a, r),
    scope="M = diag(4, 0), r = 1, at U = 0, V = (0, 3), where the residual has one singular pair, "
    "e₁, e₁ of value 4; where the gradient vanishes a descent is one of second order",
)


def refutation():
    return refute(claim, {t: r / 2})
