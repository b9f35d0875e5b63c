"""For every number of steps some perturbations leave the saddle too late: no bound holds for all.

On the double well a step multiplies x > 0 by at most 1 + 4η. If N steps multiply by at most P, then
from ξ = 1/(2P) the iterate is still within ½ of the saddle's axis, where the curvature is −1 at
best: no ε-second-order point for small ε. A failure probability δ, and 1/δ in the bound, are
missing. The theorem of Jin et al. (2017) has log⁴(dLΔ/(ε²δ)) where the article has log⁴ d, which
for d = 1 would be no iteration at all; and it does not use the strict saddle property, which is
needed only to conclude that the point is near a minimum.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, real, refute

P, xi, x_N = real("P xi x_N")

claim = Claim(
    id="perturbed-descent-finds-its-point-for-every-perturbation",
    items=["O-35"],
    says="Within a number of iterations fixed by L, f(x₀) − f*, ε and d perturbed descent is past "
    "the saddle.",
    given={"nonzero": gt(xi), "growth": le(x_N, P * xi)},
    then=ge(x_N, 1),
    locally=(P,),
    scope="'for some total growth P > 0 of N steps'; the double well from its saddle, where x_N "
    "is at "
    "most (1 + 4η)^N ξ; only the distance to the saddle's stable axis matters",
)


def refutation():
    return refute(claim, {xi: 1 / (2 * P), x_N: Rational(1, 2)})
