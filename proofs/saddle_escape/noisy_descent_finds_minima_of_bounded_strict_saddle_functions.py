"""With step η ~ r² noisy descent is within r of a local minimum after about r⁻⁴ steps.

Ge, Huang, Jin & Yuan (2015): f is bounded, has Lipschitz gradient and Hessian and is strict saddle
with constants at all points, f being strongly convex about each minimum; the noise has the same
variance in all directions. Then with step η the iterate is within √(ηΛ) of a local minimum after
Λ′/η² steps, up to a factor K that is polynomial in the constants and the dimension, with
probability at least 1 − p; Λ and Λ′ are logarithms of η and p. Here η is chosen for a distance r.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

eta, K, near, within, dist, r, T = real("eta K Lambda_1 Lambda_2 dist r T")

claim = Claim(
    id="noisy-descent-finds-minima-of-bounded-strict-saddle-functions",
    says="If f is bounded, with Lipschitz gradient and Hessian, and every point has a large "
    "gradient, a clearly negative Hessian eigenvalue, or a local minimum near, about which f is "
    "strongly convex, then noisy gradient descent with noise of one variance in all directions and "
    "a step in proportion to r² is, for every small r, with high probability within r of a local "
    "minimum after at most K³/r⁴ steps, up to logarithms.",
    items={"E-35": "whole", "E-44": "whole", "N-32": "whole"},
    where={
        eta: "the step length",
        K: "a polynomial in the dimension and in the constants of f and of the noise",
        near: (
            "the logarithm in the bound of the distance, p being the probability of failure",
            r"\log\frac1{\eta p}",
        ),
        within: ("that in the bound of the steps, up to a power of log η", r"\log\frac1p"),
        dist: "the distance of the iterate from the nearest local minimum",
        r: "the distance wanted",
        T: "the number of steps",
    },
    given={
        "distance_wanted": gt(r),
        "step": eq(K * near * eta, r**2),
        "distance": ge(dist),
        "found_near": le(dist**2, K * eta * near),
        "found_within": le(T * eta**2, K * within),
    },
    then=(le(dist, r), le(T * r**4, K**3 * within * near**2)),
    facts={"found_near": "noisy-descent-theorem", "found_within": "noisy-descent-theorem"},
    repairs="noisy-descent-finds-a-minimum-of-every-strict-saddle-function",
    about="noisy gradient descent on strict saddle functions",
    scope="every dimension; distances r for which that step is at most η_max/max{1, log(1/p)}",
)
witness = {eta: 1, K: 1, near: 1, within: 1, dist: 1, r: 1, T: 1}
countermodels = {
    "step": witness | {eta: 4, within: 16, dist: 2},
    "found_near": witness | {dist: 2},
    "found_within": witness | {T: 2},
}


def proof():
    close = combine(claim.part(0), using={"found_near": 1, "step": -1}, scale=r + dist)
    few = combine(
        claim.part(1),
        using={"found_within": K**2 * near**2, "step": T * (K * near * eta + r**2)},
    )
    return conjoin(claim, [close, few])
