"""Ge et al.'s objective Σ_{i≠j} T(uᵢ, uᵢ, uⱼ, uⱼ) in the plane: no minima but the two components.

With u₁, u₂ at the angles A/2, B/2 and T = e₁⁴ + e₂⁴ it is 2(u₁₁²u₂₁² + u₁₂²u₂₂²) = 1 + cos A cos B.
Its derivatives are −sin A cos B and −cos A sin B, its Hessian ((−p, q), (q, −p)) with p = cos A
cos B, q = sin A sin B and the eigenvalues −p ± q. Where the gradient vanishes, pq = 0 and
p² + q² = 1: the determinant is ±1, and if both eigenvalues are non-negative, p = −1.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, real

cos_a, sin_a, cos_b, sin_b = real("cos_a sin_a cos_b sin_b")
p, q = cos_a * cos_b, sin_a * sin_b

claim = Claim(
    id="all-components-at-once-are-strict-saddle-in-the-plane",
    items=["O-29", "O-30", "E-36"],
    says="The tensor problem of Ge et al., all components of an orthogonal tensor of order four at "
    "once, has the strict saddle property in the plane: no stationary point is degenerate, and one "
    "without negative curvature has the value 0, the least possible, at the two components.",
    given={
        "first angle": eq(cos_a**2 + sin_a**2, 1),
        "second angle": eq(cos_b**2 + sin_b**2, 1),
        "stationary in the first": eq(sin_a * cos_b),
        "stationary in the second": eq(cos_a * sin_b),
        "larger eigenvalue": ge(-p + q),
        "smaller eigenvalue": ge(-p - q),
    },
    then=(eq((p**2 - q**2) ** 2, 1), ge(-(q**2)), ge(-(1 + p))),
    scope="two components in the plane, each on its circle; p² − q² is the determinant, and 1 + p "
    "the value; in every dimension it is the paper's theorem",
)
witness = {cos_a: 1, sin_a: 0, cos_b: -1, sin_b: 0}
countermodels = {
    "first angle": {cos_a: 2, sin_a: 0, cos_b: -1, sin_b: 0},
    "second angle": {cos_a: 1, sin_a: 0, cos_b: -2, sin_b: 0},
    "stationary in the first": {cos_a: 0, sin_a: 1, cos_b: 1, sin_b: 0},
    "stationary in the second": {cos_a: 1, sin_a: 0, cos_b: 0, sin_b: 1},
    "larger eigenvalue": {cos_a: 0, sin_a: 1, cos_b: 0, sin_b: -1},
    "smaller eigenvalue": {cos_a: 0, sin_a: 1, cos_b: 0, sin_b: 1},
}


def proof():
    circle = {  # p² + q² = 1
        "first angle": cos_b**2 + sin_b**2,
        "second angle": 1,
        "stationary in the first": -sin_a * cos_b,
        "stationary in the second": -cos_a * sin_b,
    }
    total, mixed = p**2 + q**2 + 1, sin_a * cos_b * cos_a**2 * sin_b**2
    square = {name: weight * total for name, weight in circle.items()}
    square["stationary in the first"] -= 4 * mixed
    nondegenerate = combine(claim.part(0), using=square)
    flat = {name: q**2 * weight for name, weight in circle.items()}
    flat["stationary in the first"] -= 2 * mixed
    small = combine(claim.part(1), using={**flat, "larger eigenvalue": q**2 * (-p - q)})
    half = Rational(1, 2)
    below = combine(
        replace(claim, then=ge(-p)),
        using={"larger eigenvalue": half, "smaller eigenvalue": half},
    )
    least = chain(
        claim.part(2), lemmas={"q": small, "p": below}, using={**circle, "q": 1}, scale=1 - p
    )
    return conjoin(claim, [nondegenerate, small, least])
