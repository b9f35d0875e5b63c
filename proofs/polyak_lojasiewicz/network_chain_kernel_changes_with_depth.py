"""One more layer lowers the tangent kernel of a chain of k equal weights w, or raises it.

The network w^k has kernel Σᵢ (∏_{j≠i} w)² = k·w^(2k−2). With P = w^(2k−2) one more layer gives
(k + 1)·P·w²: less if (k + 1)w² < k, more if (k + 1)w² > k, as for w = 1.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, real

k, w, P = real("k w P")
change = (k + 1) * P * w**2 - k * P
side = (k + 1) * w**2 - k

claim = Claim(
    id="network-chain-kernel-changes-with-depth",
    items=["O-57"],
    says="One more layer lowers the kernel of a chain of k equal weights w if (k + 1)w² < k, and "
    "raises it if (k + 1)w² > k.",
    given={"power": gt(P), "one_side": gt(side**2)},
    then=gt(side * change),
    scope="a network of one path, P = w^(2k−2) > 0; the conclusion says that the change has the "
    "sign of (k + 1)w² − k",
)
witness = {k: 2, w: Rational(1, 2), P: Rational(1, 4)}
countermodels = {"power": {k: 2, w: 0, P: 0}, "one_side": {k: 0, w: 0, P: 1}}


def proof():
    return combine(claim, using={"one_side": P})
