"""x² + y⁴ − z² has a strict saddle at the origin, and its Hessian diag(2, 0, −2) a flat direction.

The origin is its only stationary point; λ_min = −2 < 0, and Hu = 0 for u along y.
"""

import sympy as sp

from provenscape.kernel import Claim, gt, lt, real, refute

x, y, z = real("x y z")
u = real("u_1 u_2 u_3")
function = x**2 + y**4 - z**2
hessian = sp.hessian(function, (x, y, z)).xreplace({x: 0, y: 0, z: 0})

claim = Claim(
    id="strict-saddles-have-no-flat-directions",
    items=["O-28"],
    says="A stationary point with λ_min(H) < 0 has no flat directions: Hu ≠ 0 for every u ≠ 0.",
    given={
        "strict": lt(hessian[2, 2], 0),
        "direction": gt(sum(c**2 for c in u)),
    },
    then=gt(sum(c**2 for c in hessian * sp.Matrix(u))),
    scope="the function x² + y⁴ − z² at the origin",
)


def refutation():
    return refute(claim, dict(zip(u, (0, 1, 0), strict=True)))
