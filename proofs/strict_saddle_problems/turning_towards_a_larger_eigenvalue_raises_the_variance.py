"""PCA has no spurious optima: turning any unit vector towards a leading one raises xᵀAx.

Let e be a unit eigenvector of the largest eigenvalue µ of A, and x a unit vector with
xᵀAx = λ < µ. At x + te, scaled to length one, the variance is
(λ + 2tµ⟨x, e⟩ + t²µ)/(1 + 2t⟨x, e⟩ + t²), which exceeds λ by (2t⟨x, e⟩ + t²)(µ − λ) over the
denominator: it is larger for every t ≠ 0 of the sign of ⟨x, e⟩. So every local maximum is global.
Several components at once are ½|UVᵀ − M|² with r < rank M (claim
saddles-of-two-linear-layers-turn-down).
"""

from provenscape.kernel import Claim, combine, eq, function, ge, gt, real

low, high, overlap, form, t = real("lambda mu overlap form t")
length2 = 1 + 2 * t * overlap + t**2
h = function("h", (t,), (low + 2 * t * form + t**2 * high) / length2)

claim = Claim(
    id="turning-towards-a-larger-eigenvalue-raises-the-variance",
    says="The first principal component has no spurious optima: a unit vector whose variance is "
    "not the largest has larger ones arbitrarily near, towards a leading eigenvector.",
    items={"N-85": "part pca"},
    where={
        low: ("the variance along a unit vector x", r"x^\top Ax"),
        high: "the largest eigenvalue of A, with a unit eigenvector e",
        overlap: ("the product of x and e", r"x^\top e"),
        form: ("the product of x and Ae", r"x^\top Ae"),
        t: "how far x is moved along e",
    },
    given={
        "eigenvector": eq(form, high * overlap),
        "not_the_largest": gt(high, low),
        "towards_the_eigenvector": ge(t * overlap),
        "moved": gt(t**2),
    },
    then=gt(h(t), h(0)),
    bridges=("spectral-theorem",),
    scope="one component, every symmetric A; h(t) is the variance along x + te, scaled to length "
    "one",
)
witness = {low: 1, high: 2, overlap: 0, form: 0, t: 1}
countermodels = {
    "eigenvector": witness | {form: -1},
    "not_the_largest": witness | {high: 1},
    "moved": witness | {t: 0},
}


def proof():
    return combine(
        claim,
        using={
            "eigenvector": 2 * t / length2,
            "not_the_largest": (2 * t * overlap + t**2) / length2,
        },
    )
