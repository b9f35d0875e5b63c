"""f(x) = ‖Ax − b‖² is PL with µ = 2σ² for every A ≠ 0, σ its smallest nonzero singular value.

Split r = Ax − b into p in the range of A and n orthogonal to it. Then n is the same at every x, so
that f* = ‖n‖² and f − f* = ‖p‖², and ∇f = 2Aᵀr = 2Aᵀp with ‖Aᵀp‖ ≥ σ‖p‖ on the range. Full row rank
is the case in which the range is everything and f* = 0. Karimi, Nutini & Schmidt (2016), Section
2.3 (with their factor ½ the constant is σ²).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

sigma, r2, p2, n2, image2, grad2, f_star = real("sigma r2 p2 n2 image2 grad2 f_star")

claim = Claim(
    id="least-squares-is-pl",
    says="‖Ax − b‖² with A ≠ 0 of any size and rank is PL with twice the square of A's smallest "
    "nonzero singular value.",
    items={"O-43": "instance", "O-45": "part pl", "O-52": "part without-uniqueness"},
    where={
        sigma: "the smallest singular value of A that is not 0",
        r2: ("the loss, the squared norm of r = Ax − b", r"\|Ax-b\|^2"),
        p2: ("the squared norm of p, the projection of r to the range of A", r"\|p\|^2"),
        n2: ("the squared norm of n = r − p, which is the same at every x", r"\|n\|^2"),
        image2: ("the squared norm of Aᵀp, which is Aᵀr", r"\|A^\top p\|^2"),
        grad2: ("the squared gradient norm of the loss at x", r"\|\nabla f(x)\|^2"),
        f_star: ("the infimum of the loss", "f^*"),
    },
    given={
        "not_zero": gt(sigma),
        "orthogonal": eq(r2, p2 + n2),
        "gradient": eq(grad2, 4 * image2),
        "smallest_singular_value": ge(image2, sigma**2 * p2),
        "infimum": ge(f_star, n2),
    },
    then=(ge(grad2 / 2, 2 * sigma**2 * (r2 - f_star)), gt(2 * sigma**2)),
    facts={
        "not_zero": "singular-value-decomposition",
        "smallest_singular_value": "singular-value-decomposition",
    },
    scope="every size and rank of A but A = 0; full row rank is the case n = 0",
)
witness = {sigma: 1, r2: 2, p2: 1, n2: 1, image2: 1, grad2: 4, f_star: 1}
countermodels = {
    "not_zero": witness | {sigma: 0},
    "orthogonal": witness | {r2: 3},
    "gradient": witness | {grad2: 0},
    "smallest_singular_value": witness | {image2: 0, grad2: 0},
    "infimum": witness | {f_star: 0},
}


def proof():
    inequality = combine(
        claim.part(0),
        using={
            "orthogonal": -2 * sigma**2,
            "gradient": Rational(1, 2),
            "smallest_singular_value": 2,
            "infimum": 2 * sigma**2,
        },
    )
    positive = combine(claim.part(1), using={"not_zero": 2 * sigma})
    return conjoin(claim, [inequality, positive])
