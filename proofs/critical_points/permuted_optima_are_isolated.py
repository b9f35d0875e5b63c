"""Optima of a symmetric loss need not be isolated: the network u₁v₁ + u₂v₂ has lines of them.

At (u₁, v₁, u₂, v₂) = (1, 1, 0, 0), with two distinct neurons, the loss (u₁v₁ + u₂v₂ − 1)² is 0, and
it stays 0 along u₂.
"""

from provenscape.kernel import Claim, function, gt, lt, real, refute

r, u1, v1, u2, v2 = real("r u1 v1 u2 v2")
f = function("f", (u1, v1, u2, v2), (u1 * v1 + u2 * v2 - 1) ** 2)
distance2 = (u1 - 1) ** 2 + (v1 - 1) ** 2 + u2**2 + v2**2

claim = Claim(
    id="permuted-optima-are-isolated",
    says="The equivalent optima of a symmetric problem are isolated.",
    items={"E-24": "part isolated"},
    where={r: "the radius of a neighbourhood of the optimum (1, 1, 0, 0)"},
    given={"near": lt(distance2, r**2), "elsewhere": gt(distance2)},
    then=gt(f(u1, v1, u2, v2), f(1, 1, 0, 0)),
    constants=(r,),
    about="an optimum that permutations move",
    scope="two linear neurons and one example, the optimum (1, 1, 0, 0)",
)


def refutation():
    return refute(claim, {u1: 1, v1: 1, u2: r / 2, v2: 0})
