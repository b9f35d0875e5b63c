"""f(x) = ‖Ax − b‖² with A of full row rank is PL with µ = 2σ², σ the smallest singular value of A.

With r = Ax − b: ∇f = 2Aᵀr, ‖∇f‖² = 4‖Aᵀr‖² ≥ 4σ²‖r‖², and f ≥ 0 has an infimum f* ≥ 0.
Karimi, Nutini & Schmidt (2016), Section 2.3 (with their factor ½ the constant is σ²).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

sigma, r2, image2, grad2, f_star = real("sigma r2 image2 grad2 f_star")

claim = Claim(
    id="full-row-rank-least-squares-is-pl",
    says="With full row rank ‖Ax − b‖² is PL with twice the square of A's smallest singular value, "
    "which is positive.",
    items={"O-45": "part pl"},
    where={
        sigma: "the smallest singular value of A, the least ‖Aᵀr‖/‖r‖",
        r2: ("the loss, the squared norm of r = Ax − b", r"\|Ax-b\|^2"),
        image2: ("the squared norm of the transpose of A times r", r"\|A^\top r\|^2"),
        grad2: ("the squared gradient norm of the loss at x", r"\|\nabla f(x)\|^2"),
        f_star: ("the infimum of the loss", "f^*"),
    },
    given={
        "full_row_rank": gt(sigma),
        "gradient": eq(grad2, 4 * image2),
        "smallest_singular_value": ge(image2, sigma**2 * r2),
        "infimum": ge(f_star),
    },
    then=(ge(grad2 / 2, 2 * sigma**2 * (r2 - f_star)), gt(2 * sigma**2)),
    facts={
        "full_row_rank": "singular-value-decomposition",
        "smallest_singular_value": "singular-value-decomposition",
    },
    scope="every size of A with full row rank",
)
witness = {sigma: 1, r2: 1, image2: 1, grad2: 4, f_star: 0}
countermodels = {
    "full_row_rank": witness | {sigma: 0},
    "gradient": witness | {grad2: 0},
    "smallest_singular_value": witness | {image2: 0, grad2: 0},
    "infimum": witness | {f_star: -1},
}


def proof():
    inequality = combine(
        claim.part(0),
        using={
            "gradient": Rational(1, 2),
            "smallest_singular_value": 2,
            "infimum": 2 * sigma**2,
        },
    )
    positive = combine(claim.part(1), using={"full_row_rank": 2 * sigma})
    return conjoin(claim, [inequality, positive])
