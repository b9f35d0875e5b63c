"""PCA has no spurious optima: turning an eigenvector towards a larger eigenvalue raises xᵀAx.

On the unit sphere the critical points of xᵀAx are the unit eigenvectors. At one with eigenvalue λ
that is not the largest, take a unit eigenvector e with µ > λ, orthogonal to x: at cx + se,
c² + s² = 1, the value is λ + s²(µ − λ). With the largest eigenvalue the value is the global
maximum. Several components at once are ½|UVᵀ − M|² with r < rank M (claim
swapping-a-kept-pair-for-a-larger-one-gives-descent).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, real

low, high, c, s, cross = real("lambda mu c s cross")  # xᵀAx, eᵀAe, cos, sin, xᵀAe

claim = Claim(
    id="turning-towards-a-larger-eigenvalue-raises-the-variance",
    items=["N-85"],
    says="Principal components have no spurious optima: a unit eigenvector that is not a leading "
    "one has larger variances arbitrarily near. (For matrix factorization the property is proved "
    "in other claims; matrix completion and dictionary learning have it under conditions only.)",
    given={
        "eigenvectors_orthogonal": eq(cross),
        "unit": eq(c**2 + s**2, 1),
        "larger": gt(high, low),
        "turned": gt(s**2),
    },
    then=gt(c**2 * low + 2 * c * s * cross + s**2 * high, low),
    repairs="matrix-completion-has-no-spurious-minima",
    scope="one component, every symmetric A; the conditions for completion and dictionaries are "
    "those of Ge, Lee and Ma (2016) and of Sun, Qu and Wright (2015), not checked here",
)
witness = {low: 1, high: 2, c: 0, s: 1, cross: 0}
countermodels = {
    "eigenvectors_orthogonal": witness | {c: Rational(4, 5), s: Rational(3, 5), cross: -1},
    "unit": witness | {s: 2, c: -1, low: -9, high: -8},
    "larger": witness | {high: 1},
    "turned": witness | {s: 0, c: 1},
}


def proof():
    return combine(
        claim,
        using={"eigenvectors_orthogonal": 2 * c * s, "unit": low, "larger": s**2},
    )
