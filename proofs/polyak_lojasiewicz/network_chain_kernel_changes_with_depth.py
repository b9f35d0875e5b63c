"""A third layer lowers the tangent kernel of a chain of equal weights w, or raises it.

The kernel, the sum of the squared partial derivatives, is 2w² for u₁u₂ and 3w⁴ for u₁u₂u₃; the
difference is w²(3w² − 2).
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, function, gt, real

u1, u2, u3, w = real("u1 u2 u3 w")
f = function("f", (u1, u2), u1 * u2)
g = function("g", (u1, u2, u3), u1 * u2 * u3)
shallow = sum(slope**2 for slope in f.gradient(at=(w, w)))
deep = sum(slope**2 for slope in g.gradient(at=(w, w, w)))
side = 3 * w**2 - 2

claim = Claim(
    id="network-chain-kernel-changes-with-depth",
    says="A third layer lowers the tangent kernel of a chain of equal weights w ≠ 0 if 3w² < 2, "
    "and raises it if 3w² > 2: the change has the sign of 3w² − 2.",
    items={"O-57": "instance"},
    where={w: "the weight of every layer"},
    given={"nonzero": gt(w**2), "one_side": gt(side**2)},
    then=gt(side * (deep - shallow)),
    repairs="network-pl-constant-falls-with-depth",
    scope="networks u₁u₂ and u₁u₂u₃ of one path, one example with input 1",
)
witness = {w: Rational(1, 2)}
points = [{w: 1}]
countermodels = {"nonzero": {w: 0}, "one_side": {w: sqrt(Rational(2, 3))}}


def proof():
    return combine(claim, using={"one_side": w**2})
