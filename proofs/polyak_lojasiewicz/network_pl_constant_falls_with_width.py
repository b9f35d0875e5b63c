"""The tangent kernel, which gives the PL constant, does not in general fall as neurons are added.

Scaled by 1/√m the linear network of m neurons with weights uᵢ, vᵢ has the tangent kernel (1/m) Σ
(uᵢ² + vᵢ²) for one example, an average: a neuron with larger weights than the others raises it.
Without the scale every neuron raises it.
"""

from sympy import sqrt

from provenscape.kernel import Claim, function, le, real, refute

weights = real("u1 v1 u2 v2")
u1, v1, u2, v2 = weights
f = function("f", weights[:2], u1 * v1)
g = function("g", weights, (u1 * v1 + u2 * v2) / sqrt(2))
narrow = sum(slope**2 for slope in f.gradient())
wide = sum(slope**2 for slope in g.gradient())

claim = Claim(
    id="network-pl-constant-falls-with-width",
    says="A further neuron does not raise the tangent kernel of a network whose output is scaled "
    "by 1/√m, the constant of the PL inequality at given weights.",
    items={"O-57": "part width"},
    where={weights: "the weights of the neurons"},
    given={},
    then=le(wide, narrow),
    about="the tangent kernel of a network as neurons are added",
    scope="one and two neurons of a scalar linear network with one example of input 1; the article "
    "fixes no parametrisation",
)


def refutation():
    return refute(claim, {u1: 1, v1: 1, u2: 2, v2: 2})
