"""∇f = 2µx with f = Σ λᵢxᵢ² and distinct λᵢ leaves xᵢxⱼ = 0: in every dimension, pair by pair.

So a stationary point of f on the sphere of Rⁿ has one nonzero coordinate, which is 1 or −1: there
are 2n of them.
"""

from provenscape.kernel import Claim, combine, eq, function, gt, real

x, y, low, high, level, rest = real("x y lambda_1 lambda_2 mu rest")
f = function("f", (x, y), low * x**2 + high * y**2 + rest)

claim = Claim(
    id="two-coordinates-of-an-eigenvector-need-equal-eigenvalues",
    says="A form Σ λᵢxᵢ² with distinct λᵢ has no stationary point on the sphere with two nonzero "
    "coordinates, in any dimension: only the 2n points ±eᵢ are left.",
    items={"E-16": "instance"},
    where={
        (x, y): "two coordinates of the point",
        (low, high): "their coefficients",
        rest: "the part of the form in the other coordinates",
        level: "half the factor by which ∇f is a multiple of x at a stationary point of the sphere",
    },
    given={
        "distinct": gt(high, low),
        "stationary_x": eq(f.partial(x), 2 * level * x),
        "stationary_y": eq(f.partial(y), 2 * level * y),
    },
    then=eq(x * y, 0),
    scope="each pair of coordinates; forms that are diagonal in the coordinates",
)
witness = {x: 1, y: 0, low: 1, high: 2, level: 1, rest: 0}
countermodels = {
    "distinct": witness | {y: 1, high: 1},
    "stationary_x": witness | {y: 1, level: 2},
    "stationary_y": witness | {y: 1},
}


def proof():
    return combine(claim, using={"stationary_x": -y, "stationary_y": x}, scale=2 * (high - low))
