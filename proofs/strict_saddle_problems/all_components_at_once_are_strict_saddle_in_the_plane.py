"""Ge et al.'s objective Σ_{i≠j} T(uᵢ, uᵢ, uⱼ, uⱼ) in the plane: 0, or negative curvature.

For T = e₁⁴ + e₂⁴ and unit vectors a, b it is F = 2(a₁²b₁² + a₂²b₂²). Turning a by the angle
arctan s and b by arctan t gives F(s, t); along a circle the derivatives by s and by the angle are
the same up to order two. With A, B twice the angles of a and b, p = cos A cos B and
q = sin A sin B, it is F = 1 + p, ∂_ssF = ∂_ttF = −4p and ∂_stF = 4q; where the gradient
−2(sin A cos B, cos A sin B) vanishes, pq = 0 and p² + q² = 1. So F is 0, 1 or 2 there; the Hessian
is 4I at 0, −4I at 2, and has the determinant −16 at 1.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

s, t = real("s t")
a1, a2, b1, b2 = real("a1 a2 b1 b2")
first, second = (a1 - s * a2) ** 2 * (b1 - t * b2) ** 2, (a2 + s * a1) ** 2 * (b2 + t * b1) ** 2
F = function("F", (s, t), 2 * (first + second) / ((1 + s**2) * (1 + t**2)))
here = (0, 0)
value, curvature = F(*here), F.partial(s, s, at=here)
determinant = curvature * F.partial(t, t, at=here) - F.partial(s, t, at=here) ** 2

claim = Claim(
    id="all-components-at-once-are-strict-saddle-in-the-plane",
    says="The tensor problem of Ge et al., all components of an orthogonal tensor of order four at "
    "once, has the strict saddle property in the plane: at a stationary point the value is 0, the "
    "least possible, with a definite Hessian, or 1 or 2 with negative curvature.",
    items={"O-29": "instance", "O-30": "instance", "E-36": "instance"},
    where={(a1, a2): "the first unit vector", (b1, b2): "the second unit vector"},
    given={
        "first on the circle": eq(a1**2 + a2**2, 1),
        "second on the circle": eq(b1**2 + b2**2, 1),
        "first stationary": eq(F.partial(s, at=here)),
        "second stationary": eq(F.partial(t, at=here)),
    },
    then=(
        eq(value * (value - 1) * (value - 2)),
        eq(curvature, 4 * (1 - value)),
        eq(determinant, 16 * (2 * (value - 1) ** 2 - 1)),
    ),
    scope="two components in the plane, each on its circle, turned by angles with the tangents s "
    "and t",
)
witness = {a1: 1, a2: 0, b1: 0, b2: 1}
countermodels = {
    "first on the circle": {a1: 2, a2: 0, b1: 0, b2: 1},
    "second on the circle": {a1: 1, a2: 0, b1: 0, b2: 2},
    "first stationary": {a1: Rational(3, 5), a2: Rational(4, 5), b1: 1, b2: 0},
    "second stationary": {a1: 1, a2: 0, b1: Rational(3, 5), b2: Rational(4, 5)},
}
points = [witness, {a1: 1, a2: 0, b1: 1, b2: 0}]


def proof():
    N, K = a1**2 + a2**2, b1**2 + b2**2
    cos_a, sin_a, cos_b, sin_b = a1**2 - a2**2, 2 * a1 * a2, b1**2 - b2**2, 2 * b1 * b2
    p, q = cos_a * cos_b, sin_a * sin_b
    product = {"first on the circle": K, "second on the circle": 1}  # NK − 1
    squares = {  # p² + q² − 1
        **{name: weight * (N * K + 1) for name, weight in product.items()},
        "first stationary": sin_a * cos_b / 2,
        "second stationary": cos_a * sin_b / 2,
    }
    m = N * K - 1
    cubic = {name: p * weight for name, weight in squares.items()}
    for name, weight in product.items():
        cubic[name] += weight * (3 * p**2 + 3 * p * m + m**2 - 1)
    cubic["first stationary"] += cos_a * sin_b * q / 2  # −pq² = −(sin A cos B)(cos A sin B)q
    values = combine(claim.part(0), using=cubic)
    level = combine(claim.part(1), using={name: 4 * w for name, w in product.items()})
    turned = {name: -16 * w for name, w in squares.items()}
    for name, weight in product.items():
        turned[name] -= 32 * weight * (2 * p + m)
    return conjoin(claim, [values, level, combine(claim.part(2), using=turned)])
