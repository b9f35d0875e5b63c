"""One saddle of the chain of Du et al. has curvature −2γ, or slope 2γτ, or the slope 2L·distance.

Up to τ the height is −γz², from 2τ on L(z − 4τ)² with its minimum at 4τ. At z = τ(1 + w) in
between its slope is −2τ(γ(1 − w)²(1 + 3w) + Lw²(7 − 5w)), and (1 − w)²(1 + 3w) + w²(7 − 5w) =
1 + w + 2w²(1 − w) is at least 1. At w = 0 the slope is 2γτ exactly, and at the saddle itself the
curvature is −2γ: with γ, τ and L as they are, no constant can be improved.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real
from provenscape.models.landscapes.saddle_chain import middle

z, w, gamma, L, tau = real("z w gamma L tau")
inner = function("inner", (z,), -gamma * z**2)
between = function("between", (z,), middle(z, gamma, L, tau))
outer = function("outer", (z,), L * (z - 4 * tau) ** 2)

claim = Claim(
    id="chain-block-is-strict-saddle-with-constants",
    says="The height of one saddle in the chain of Du et al. is a strict saddle function over the "
    "whole line: the second derivative is −2γ, or the slope is at least 2γτ, or it is 2L times the "
    "distance from a minimum.",
    items={"E-32": "definition"},
    where={
        gamma: "half the curvature of the saddle, downwards",
        L: "half the curvature of the minimum",
        tau: "the length of the piece about the saddle",
        w: "the place z = τ(1 + w) in the piece between, from 0 to 1",
    },
    given={
        "repelling": ge(gamma),
        "attracting": ge(L, gamma),
        "length": gt(tau),
        "after_the_saddle": ge(w),
        "before_the_bowl": ge(1, w),
    },
    then=(
        eq(inner.partial(z, z), -2 * gamma),
        ge(-between.partial(z, at=(tau * (1 + w),)), 2 * gamma * tau),
        eq(outer.partial(z), 2 * L * (z - 4 * tau)),
    ),
    scope="z ≥ 0, the height is even; pieces up to τ, between, and from 2τ on; one coordinate of "
    "the chain",
)
witness = {z: 1, gamma: 1, L: 1, tau: 1, w: Rational(1, 2)}
countermodels = {
    "repelling": {z: 1, gamma: -1, L: -1, tau: 1, w: Rational(1, 2)},
    "attracting": {z: 1, gamma: 1, L: 0, tau: 1, w: 1},
    "after_the_saddle": {z: 1, gamma: 1, L: 1, tau: 1, w: Rational(-1, 4)},
    "before_the_bowl": {z: 1, gamma: 1, L: 1, tau: 1, w: 3},
}
points = [{z: 1, gamma: 1, L: 1, tau: 1, w: 0}]


def proof():
    # −slope − 2γτ = 2τ[(L − γ)w²(7 − 5w) + γ(w + 2w²(1 − w))], and 7 − 5w = 5(1 − w) + 2
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(
                claim.part(1),
                using={
                    "attracting": 2 * tau * w**2 * (7 - 5 * w),
                    "after_the_saddle": 2 * tau * gamma,
                    "before_the_bowl": 4 * tau * gamma * w**2,
                },
            ),
            combine(claim.part(2), using={}),
        ],
    )
