"""The tangent kernel, which gives the PL constant, does not in general fall as layers are added.

The tangent kernel of a chain of scalar layers with one example, the sum of the squared partial
derivatives, is 2 for u₁u₂ and 3 for u₁u₂u₃ where all weights are 1.
"""

from provenscape.kernel import Claim, function, le, real, refute

weights = real("u1 u2 u3")
u1, u2, u3 = weights
f = function("f", (u1, u2), u1 * u2)
g = function("g", weights, u1 * u2 * u3)

claim = Claim(
    id="network-pl-constant-falls-with-depth",
    says="At given weights a further layer does not raise the tangent kernel of a network, the "
    "constant of the PL inequality there.",
    items={"O-57": "part depth"},
    where={weights: "the weights of the layers"},
    given={},
    then=le(sum(slope**2 for slope in g.gradient()), sum(slope**2 for slope in f.gradient())),
    scope="networks u₁u₂ and u₁u₂u₃ of one path, one example with input 1, weights kept; the "
    "article fixes no parametrisation",
)


def refutation():
    return refute(claim, dict.fromkeys(weights, 1))
