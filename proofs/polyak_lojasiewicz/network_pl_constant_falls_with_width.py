"""The tangent kernel, which gives the PL constant, does not in general fall as neurons are added.

The tangent kernel of the scalar two-layer linear network Σ uᵢvᵢ with one example, the sum of its
squared partial derivatives, is Σ (uᵢ² + vᵢ²).
"""

from provenscape.kernel import Claim, function, le, real, refute

weights = real("u1 v1 u2 v2 u3 v3")
u1, v1, u2, v2, u3, v3 = weights
f = function("f", weights[:4], u1 * v1 + u2 * v2)
g = function("g", weights, u1 * v1 + u2 * v2 + u3 * v3)
narrow = sum(slope**2 for slope in f.gradient())
wide = sum(slope**2 for slope in g.gradient())

claim = Claim(
    id="network-pl-constant-falls-with-width",
    says="At given weights a further neuron does not raise the tangent kernel of a network, the "
    "constant of the PL inequality there.",
    items={"O-57": "part width"},
    where={weights: "the weights of the neurons"},
    given={},
    then=le(wide, narrow),
    about="the tangent kernel of a network as neurons are added",
    scope="two and three neurons of a scalar linear network with one example of input 1, weights "
    "kept, no factor that depends on the width; the article fixes no parametrisation",
)


def refutation():
    return refute(claim, dict.fromkeys(weights, 1))
