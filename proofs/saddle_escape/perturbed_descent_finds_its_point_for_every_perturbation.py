"""For every number of steps some perturbations leave the saddle too late: no bound holds for all.

On the double well a step multiplies x > 0 by no less than 1 and no more than 1 + 4η, until x passes
1. If N steps multiply by 1 + c at most, then from ξ = 1/(4(1 + c)) the iterate is still within ¼ of
the saddle's axis, where the curvature is below −1: no ε-second-order point for small ε. A failure
probability δ, and 1/δ in the bound, are missing. The theorem of Jin et al. (2017) has
log⁴(dLΔ/(ε²δ)) where the article has log⁴ d, which for d = 1 would be no iteration at all; and it
does not use the strict saddle property, which is needed only to conclude that the point is near a
minimum. The article's summary, that perturbed descent leaves saddles in polynomial time, has no
probability either.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, real, refute
from provenscape.models.landscapes import get

f = get("double_well").f
x = f.variables[0]
c, xi, x_N = real("c xi x_N")
quarter = Rational(1, 4)

claim = Claim(
    id="perturbed-descent-finds-its-point-for-every-perturbation",
    says="Within a number of iterations fixed by L, f(x₀) − f*, ε and d perturbed descent has "
    "reached a point where no curvature is below −1, whatever the perturbation was.",
    items={"O-35": "part every-perturbation", "O-88": "whole"},
    where={
        c: ("what the growth of the allowed number N of steps is above 1", r"(1+4\eta)^N-1"),
        xi: "the perturbation along the escape direction, from the saddle",
        x_N: "the first coordinate after N steps",
    },
    given={
        "off_the_axis": gt(xi),
        "away_from_the_saddle": ge(x_N, xi),
        "by_no_more_than_the_growth": le(x_N, (1 + c) * xi),
    },
    then=ge(f.partial(x, x, at=(x_N, 0)), -1),
    constants=(c,),
    about="the number of steps of perturbed descent",
    scope="the double well from its saddle, ε-second-order points with √(ρε) = 1",
)


def refutation():
    return refute(claim, {xi: quarter / (1 + c), x_N: quarter})
