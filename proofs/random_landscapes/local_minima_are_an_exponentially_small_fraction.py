"""Minima need not be exponentially rare: of a random quadratic form on the sphere they are 1/n.

A form with distinct eigenvalues, its eigenvectors a random basis, has 2n stationary points, two of
which are minima (claim two-coordinates-of-an-eigenvector-need-equal-eigenvalues). If the share of
minima fell exponentially, n² times it would stay below some bound B; it is n, and n = B + 1 exceeds
that.
"""

from provenscape.kernel import Claim, eq, gt, le, real, refute

share, number, order, bound = real("share number n B")

claim = Claim(
    id="local-minima-are-an-exponentially-small-fraction",
    says="Local minima are an exponentially small fraction of the critical points of a random "
    "function, so that n² times it stays bounded.",
    items={"N-25": "part minima-are-rare"},
    where={
        bound: "a bound for all n",
        order: "the number of variables",
        number: "how many stationary points the form has on the sphere",
        share: "the share of minima among them",
    },
    given={
        "order": gt(order),
        "stationary_points": eq(number, 2 * order),
        "two_minima": eq(share * number, 2),
    },
    then=le(order**2 * share, bound),
    constants=(bound,),
    facts={"two_minima": "hessian-on-the-sphere"},
    bridges=("rayleigh-quotient", "second-order-necessary-condition"),
    about="the share of minima among critical points",
    scope="a quadratic form on the sphere of Rⁿ with distinct eigenvalues and random eigenvectors; "
    "B may be taken whole, so that n is",
)


def refutation():
    return refute(claim, {order: bound + 1, number: 2 * (bound + 1), share: 1 / (bound + 1)})
