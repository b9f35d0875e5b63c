"""The PL constant of a network does not in general fall as neurons are added.

Scalar two-layer linear network Σ uᵢvᵢ with one example: the tangent kernel is Σ (uᵢ² + vᵢ²).
"""

from provenscape.kernel import Claim, lt, real, refute

weights = real("u1 v1 u2 v2 u3 v3")
wide, narrow = sum(w**2 for w in weights), sum(w**2 for w in weights[:4])

claim = Claim(
    id="network-pl-constant-falls-with-width",
    items=["O-57"],
    says="The PL constant of a network gets worse with width and with depth.",
    given={},
    then=lt(wide, narrow),
    scope="width: two and three neurons of a scalar linear network, weights kept, no factor that "
    "depends on the width; the article fixes no parametrisation",
)


def refutation():
    return refute(claim, dict.fromkeys(weights, 1))
