"""(µ − λ) x = 0 and (µ − λ′) y = 0 with λ ≠ λ′ leave x y = 0: in every dimension, pair by pair.

So a stationary point of a quadratic form with distinct eigenvalues on the sphere of Rⁿ has one
nonzero coordinate in the basis of eigenvectors, which is 1 or −1: there are 2n of them.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

x, y, low, high, level = real("x y lambda lambda' mu")

claim = Claim(
    id="two-coordinates-of-an-eigenvector-need-equal-eigenvalues",
    items=["E-16", "N-25"],
    says="A quadratic form with distinct eigenvalues has no stationary points on the sphere but "
    "its 2n unit eigenvectors: linearly many, in every dimension.",
    given={
        "distinct": gt(high - low),
        "stationary_x": eq((level - low) * x),
        "stationary_y": eq((level - high) * y),
    },
    then=eq(x * y),
    scope="coordinates in a basis of eigenvectors, each pair of them; µ is the value Σ λᵢxᵢ²",
)
witness = {x: 1, y: 0, low: 1, high: 2, level: 1}
countermodels = {
    "distinct": {x: 1, y: 1, low: 1, high: 1, level: 1},
    "stationary_x": {x: 1, y: 1, low: 1, high: 2, level: 2},
    "stationary_y": {x: 1, y: 1, low: 1, high: 2, level: 1},
}


def proof():
    return combine(claim, using={"stationary_x": y, "stationary_y": -x}, scale=high - low)
