"""PCA has no spurious optima: turning a unit vector towards one of larger variance raises xᵀAx.

Let x and e be unit vectors with xᵀAx = λ < µ = eᵀAe. At x + te, scaled to length one, the variance
exceeds λ by (2t(xᵀAe − λ⟨x, e⟩) + t²(µ − λ))/|x + te|²: it is larger for every t ≠ 0 of the sign of
xᵀAe − λ⟨x, e⟩, and for both signs at an eigenvector x. So every local maximum is global; no
decomposition of A is needed. Several components at once are ½|UVᵀ − M|² with r < rank M (claim
saddles-of-linear-networks-turn-down-where-inner-layers-have-full-rank).
"""

from provenscape.kernel import Claim, combine, function, ge, gt, real

low, high, overlap, form, t = real("lambda mu overlap form t")
length2 = 1 + 2 * t * overlap + t**2
h = function("h", (t,), (low + 2 * t * form + t**2 * high) / length2)

claim = Claim(
    id="turning-towards-a-larger-eigenvalue-raises-the-variance",
    says="The first principal component has no spurious optima: a unit vector whose variance is "
    "not the largest has larger ones arbitrarily near, on the way to any vector of larger variance "
    "or to its opposite.",
    items={"N-85": "part pca"},
    where={
        low: ("the variance along a unit vector x", r"x^\top Ax"),
        high: ("the variance along a unit vector e", r"e^\top Ae"),
        overlap: ("the product of x and e", r"x^\top e"),
        form: ("the product of x and Ae", r"x^\top Ae"),
        t: "how far x is moved along e",
    },
    given={
        "larger": gt(high, low),
        "uphill": ge(t * (form - low * overlap)),
        "moved": gt(t**2),
        "not_zero": gt(length2),
    },
    then=gt(h(t), h(0)),
    scope="one component, every symmetric A; h(t) is the variance along x + te, scaled to length "
    "one, and 1 + 2t⟨x, e⟩ + t² is the squared length of x + te",
)
witness = {low: 1, high: 2, overlap: 0, form: 0, t: 1}
countermodels = {
    "larger": witness | {high: 1},
    "uphill": witness | {form: -1},
    "moved": witness | {t: 0},
}


def proof():
    return combine(claim, using={"uphill": 2 / length2, "larger": t**2 / length2})
