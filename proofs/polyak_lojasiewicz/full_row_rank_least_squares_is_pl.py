"""f(x) = ‖Ax − b‖² with A of full row rank is PL with µ = 2σ², σ the smallest singular value of A.

With r = Ax − b: ∇f = 2Aᵀr, ‖∇f‖² = 4 rᵀAAᵀr ≥ 4σ²‖r‖², and f* = 0 since Ax = b is solvable.
Karimi, Nutini & Schmidt (2016), Section 2.3 (with their factor ½ the constant is σ²).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, real

sigma2, r2, quadratic, grad2 = real("sigma2 r2 quadratic grad2")  # σ², ‖r‖², rᵀAAᵀr, ‖∇f‖²

claim = Claim(
    id="full-row-rank-least-squares-is-pl",
    items=["O-43", "O-45", "O-52"],
    says="With full row rank ‖Ax − b‖² is PL with twice the square of A's smallest singular value.",
    given={
        "gradient": eq(grad2, 4 * quadratic),
        "smallest_singular_value": ge(quadratic, sigma2 * r2),
    },
    then=ge(grad2 / 2, 2 * sigma2 * r2),
    tight=True,
    scope="f* = 0 because A has full row rank; quadratic is rᵀAAᵀr with r = Ax − b",
)
witness = {sigma2: 1, r2: 1, quadratic: 1, grad2: 4}
equality = witness
countermodels = {
    "gradient": witness | {grad2: 0},
    "smallest_singular_value": witness | {quadratic: 0, grad2: 0},
}


def proof():
    return combine(claim, using={"gradient": Rational(1, 2), "smallest_singular_value": 2})
