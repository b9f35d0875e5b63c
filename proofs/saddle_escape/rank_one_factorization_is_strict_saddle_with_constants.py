"""¼‖zzᵀ − ee'‖² is a strict saddle function over the whole space: curvature ½, slope 1/√12.

With e the first unit vector, x = ⟨z, e⟩ and y the length of the rest of z, ‖∇f‖² = x²(x² + y² − 1)²
+ y²(x² + y²)². Where λ_min > −½ the determinant of H + ½I on the plane of e and the rest is
positive, and 12‖∇f‖² − (x − 1)² − y² is that determinant times 4(x − 1)² plus terms that are
evidently non-negative for x ≥ 0. Neither constant can be improved
(rank-one-strict-saddle-constants-are-best).
"""

from dataclasses import replace

from sympy import Rational, eye, hessian

from provenscape.kernel import Claim, combine, ge, gt, lt, real

x, y, delta = real("x y delta")
loss = ((x**2 - 1) ** 2 + 2 * (x * y) ** 2 + y**4) / 4
half = Rational(1, 2)
gradient2 = loss.diff(x) ** 2 + loss.diff(y) ** 2
shifted = (hessian(loss, (x, y)) + half * eye(2)).det()

claim = Claim(
    id="rank-one-factorization-is-strict-saddle-with-constants",
    items=["E-32"],
    says="The symmetric rank-one factorization ¼‖zzᵀ − eeᵀ‖² is a strict saddle function over the "
    "whole space, for every δ: a point where ‖∇f‖ < δ/√12 and no eigenvalue is at most −½ lies "
    "within δ of a global minimum, e or −e.",
    given={
        "half_space": ge(x),
        "small_gradient": lt(gradient2, delta**2 / 12),
        "no_negative_curvature": gt(shifted),
    },
    then=lt((x - 1) ** 2 + y**2, delta**2),
    scope="every dimension: x = ⟨z, e⟩ ≥ 0 (else reflect) and y the length of the rest of z; "
    "det(H + ½I) > 0 on the plane of both is implied by λ_min > −½",
)
witness = {x: 1, y: 0, delta: 1}
countermodels = {
    "half_space": {x: -1, y: 0, delta: 1},
    "small_gradient": {x: 2, y: 0, delta: 1},
    "no_negative_curvature": {x: 0, y: 0, delta: 1},
}
mutants = [
    (
        "slope 1/√11",
        replace(claim, given={**claim.given, "small_gradient": lt(gradient2, delta**2 / 11)}),
    ),
    (
        "curvature 51/100",
        replace(
            claim,
            given={
                **claim.given,
                "no_negative_curvature": gt(
                    (hessian(loss, (x, y)) + Rational(51, 100) * eye(2)).det()
                ),
            },
        ),
    ),
]


def proof():
    back, y2 = x - 1, y**2
    return combine(
        claim,
        using={
            "small_gradient": 12,
            "no_negative_curvature": 4 * back**2,
            "half_space": 8 * (y2 + 13 * x * back / 8) ** 2 + 23 * (x * back) ** 2 / 8,
        },
        squares=[
            (8, x * (back + 11 * y2 / 8)),
            (Rational(23, 8), x * y2),
            (Rational(177, 20), y * x**2),
            (Rational(5, 3), y * (x - 6 * x**2 / 5)),
            (12, y * (y2 + x**2 / 4 + 2 * x / 3 - half)),
        ],
    )
