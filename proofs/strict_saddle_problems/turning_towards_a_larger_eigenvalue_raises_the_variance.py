"""PCA has no spurious optima: turning an eigenvector towards a larger value of xᵀAx raises it.

Let x be a unit eigenvector with eigenvalue λ and e a unit vector with eᵀAe = µ > λ; if λ is not the
largest eigenvalue there is one. Along (x + se)/|x + se| the value is h(s), and since
xᵀAe = λ⟨x, e⟩ the difference is h(s) − λ = s²(µ − λ)/|x + se|². Several components at once are
½|UVᵀ − M|² with r < rank M (claim swapping-a-kept-pair-for-a-larger-one-gives-descent).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, gt, real

low, high, s, cross, dot = real("lambda mu s cross dot")
size = 1 + 2 * s * dot + s**2
h = function("h", (s,), (low + 2 * s * cross + s**2 * high) / size)

claim = Claim(
    id="turning-towards-a-larger-eigenvalue-raises-the-variance",
    says="In principal component analysis a unit eigenvector of the covariance that is not a "
    "leading one has larger variances arbitrarily near: it is no local maximum on the sphere.",
    items={"N-85": "part pca"},
    where={
        low: ("the variance along the unit eigenvector x, its eigenvalue", r"x^\top Ax"),
        high: ("the variance along a unit vector e", r"e^\top Ae"),
        cross: ("the covariance of the two", r"x^\top Ae"),
        dot: ("the product of x and e", r"\langle x, e\rangle"),
        s: "how far x is turned towards e",
    },
    given={
        "eigenvector": eq(cross, low * dot),
        "larger": gt(high, low),
        "turned": gt(s**2),
        "not_opposite": gt(size),
    },
    then=gt(h(s), h(0)),
    scope="one component, every symmetric A; h(s) is the variance along (x + se)/|x + se|",
)
witness = {low: 1, high: 2, s: 1, cross: 0, dot: 0}
countermodels = {
    "eigenvector": witness | {s: Rational(1, 2), cross: -1},
    "larger": witness | {high: 1},
    "turned": witness | {s: 0},
}


def proof():
    return combine(claim, using={"eigenvector": 2 * s / size, "larger": s**2 / size})
