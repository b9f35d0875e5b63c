"""A chain of k equal scalar weights w loses tangent kernel with one more layer if (k + 1)w² < k.

The network w^k has kernel Σᵢ (∏_{j≠i} w)² = k·w^(2k−2); with P = w^(2k−2) one more layer gives
(k + 1)·P·w².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, lt, real

k, w, P = real("k w P")

claim = Claim(
    id="network-chain-kernel-falls-with-depth",
    items=["O-57"],
    says="One more layer lowers the kernel of a chain of k equal weights w if (k + 1)w² < k.",
    given={"power": gt(P), "contracting": lt((k + 1) * w**2, k)},
    then=lt((k + 1) * P * w**2, k * P),
)
witness = {k: 2, w: Rational(1, 2), P: Rational(1, 4)}
countermodels = {"power": {k: 2, w: 0, P: 0}, "contracting": {k: 2, w: 1, P: 1}}


def proof():
    return combine(claim, using={"contracting": P})
