"""A logistic unit fits less than its tangent; a squared unit turned to new inputs fits more.

The logistic unit is bounded, its linearisation 1/2 + d/4 at 0 is not: the label 2 is fitted by the
latter only. The unit g = (vx + wy)², started at v = 1, w = 0, has at the input (0, 1) no gradient:
its linearisation is 0 there whatever the weights, while the unit itself, its weight turned to (0,
1), far from its start, is 1. So the linearisation can be poorer, richer or neither; for wide
networks with a positive definite kernel it fits all training labels, and what can differ is the
prediction elsewhere.
"""

from sympy import exp

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

u, v, w, x, y, p, q = real("u v w x y p q")
f = function("f", (u,), 1 / (1 + exp(-u)))
g = function("g", (v, w, x, y), (v * x + w * y) ** 2)
start = (1, 0, 0, 1)
tangent = g(*start) + g.partial(v, at=start) * p + g.partial(w, at=start) * q

claim = Claim(
    id="neither-a-network-nor-its-linearisation-fits-all-that-the-other-fits",
    says="The linearisation of one logistic unit fits the label 2, which the unit never comes "
    "nearer than 1; one squared unit, started at (1, 0), fits the label 1 at the input (0, 1), "
    "where its linearisation is 0 at all weights.",
    items={"N-95": "instance", "N-107": "instance"},
    where={
        u: "the weight of the logistic unit",
        (p, q): "the changes of the two weights in the linearisation of the squared unit",
    },
    given={},
    then=(
        gt((f(u) - 2) ** 2, 1),
        eq(f(0) + f.partial(u, at=(0,)) * 6, 2),
        eq(tangent, 0),
        eq(g(0, 1, 0, 1), 1),
    ),
    scope="two networks of one unit, one example each",
)
points = [{u: 0, p: 1, q: 1}]
witness = points[0]


def proof():
    low = exp(-u) / (1 + exp(-u))
    above = combine(claim.part(0), using={}, squares=[(low * (2 + low), 1)])
    return conjoin(claim, [above, *(combine(claim.part(i), using={}) for i in range(1, 4))])
