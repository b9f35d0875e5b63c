"""Minima need not be exponentially rare: of a random quadratic form on the sphere they are 1/n.

Two of its 2n stationary points are minima, almost surely (claim
a-quadratic-on-the-sphere-is-stationary-at-eigenvectors). If the share of minima fell exponentially,
n² times it would stay below some bound B; it is n, and n = B + 1 exceeds that.
"""

from provenscape.kernel import Claim, eq, gt, le, real, refute

share, number, order, bound = real("share number n B")

claim = Claim(
    id="local-minima-are-an-exponentially-small-fraction",
    items=["N-25"],
    says="Local minima are an exponentially small fraction of the critical points of a random "
    "function, so that n² times it stays bounded.",
    given={
        "stationary_points": eq(number, 2 * order),
        "two_minima": eq(share * number, 2),
        "order": gt(order),
        "bound": gt(bound),
    },
    then=le(order**2 * share, bound),
    locally=(bound,),
    scope="a Gaussian quadratic form on the sphere of Rⁿ, the spherical spin glass with p = 2; no "
    "bound B serves, and it may be taken whole",
)


def refutation():
    return refute(claim, {order: bound + 1, number: 2 * (bound + 1), share: 1 / (bound + 1)})
