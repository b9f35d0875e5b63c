"""λ_max/λ_min of the correlation matrix of two inputs is at most that of their covariance matrix.

Standardised inputs, which batch normalisation of the layer below hands on, turn the covariance [[p,
r], [r, q]] into the correlation matrix [[1, ρ], [ρ, 1]], ρ² = r²/(pq), with condition number (1 +
|ρ|)/(1 − |ρ|); for uncorrelated inputs of any scales p, q it becomes 1. Half the Hessian of least
squares is the one or the other. Of three inputs it may be larger: see
standardising-three-inputs-may-raise-the-condition-number.
"""

from sympy import Rational

from provenscape.kernel import Claim, cases, chain, combine, eq, ge, gt, le, real

p, q, r, rho, low, high, less, more, z, u = real("p q r rho l L m M z u")

claim = Claim(
    id="standardising-two-inputs-never-raises-the-condition-number",
    says="For two inputs the condition number of the correlation matrix is at most that of the "
    "covariance matrix: λ_max(corr) λ_min(cov) ≤ λ_min(corr) λ_max(cov).",
    items={"N-63": "instance"},
    where={
        (p, q): "variances of the two inputs",
        r: "their covariance",
        rho: "their correlation",
        low: ("the least eigenvalue of the covariance matrix", r"\lambda_{\min}"),
        high: ("its greatest eigenvalue", r"\lambda_{\max}"),
        less: ("the least eigenvalue of the correlation matrix", r"\mu_{\min}"),
        more: ("its greatest eigenvalue", r"\mu_{\max}"),
    },
    given={
        "variances": gt(p * q),
        "correlation": eq(rho**2 * p * q, r**2),
        "definite": ge(p * q, r**2),
        "trace": eq(low + high, p + q),
        "determinant": eq(low * high, p * q - r**2),
        "ordered": le(low, high),
        "correlation_trace": eq(less + more, 2),
        "correlation_determinant": eq(less * more, 1 - rho**2),
    },
    then=le(more * low, less * high),
    about="the condition number at the minimum, with batch normalisation and without",
    scope="two inputs",
)
witness = {p: 4, q: 1, r: 0, rho: 0, low: 1, high: 4, less: 1, more: 1}
points = [
    witness,
    witness
    | {p: 2, q: 2, r: 1, rho: Rational(1, 2), low: 1, high: 3}
    | {less: Rational(1, 2), more: Rational(3, 2)},
]
countermodels = {
    "ordered": witness | {low: 4, high: 1},
    "correlation": witness | {rho: 1, less: 0, more: 2},
}


def proof():
    wide, narrow = high - low, more - less
    square = combine(
        claim.lemma("square", {**claim.given}, ge((2 * wide) ** 2, ((p + q) * narrow) ** 2)),
        using={
            "trace": 4 * (low + high + p + q) * p * q,
            "determinant": -16 * p * q,
            "correlation_trace": -((p + q) ** 2) * (less + more + 2) * p * q,
            "correlation_determinant": 4 * (p + q) ** 2 * p * q,
            "correlation": -4 * (p + q) ** 2,
            "definite": 4 * (p - q) ** 2,
        },
        scale=p * q,
    )
    roots = {"z": ge(z), "square": ge(z**2, u**2)}
    sides = [gt(u), le(u, 0)]
    pieces = [
        combine(
            claim.lemma("above", {**roots, "case": gt(u)}, ge(z, u)),
            using={"square": 1},
            scale=z + u,
        ),
        combine(
            claim.lemma("below", {**roots, "case": le(u, 0)}, ge(z, u)), using={"z": 1, "case": 1}
        ),
    ]
    root = cases(claim.lemma("root", roots, ge(z, u)), pieces, sides)
    return chain(
        claim,
        {"squares": square, "root": (root, {z: 2 * wide, u: (p + q) * narrow})},
        using={
            "root": 1,
            "trace": -narrow,
            "correlation_trace": wide,
        },
        scale=2,
    )
