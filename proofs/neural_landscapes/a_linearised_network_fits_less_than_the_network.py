"""The tangent of one logistic unit takes every value, the unit itself none above 1.

The unit f(u) = 1/(1 + e^(−u)), one example of input 1 and label 2: its squared loss is above 1 for
every u, and the linearised unit 1/2 + u/4 has loss 0 at u = 6. On training data linearised networks
do not underfit at all if the kernel is positive definite, as in the regime of the sentence: descent
brings their loss to 0 for all labels (descent-on-a-linearised-network-takes-kappa-log-steps).
"""

from sympy import exp

from provenscape.kernel import Claim, function, ge, gt, real, refute

u, d = real("u d")
f = function("f", (u,), 1 / (1 + exp(-u)))
tangent = f(0) + f.partial(u, at=(0,)) * d

claim = Claim(
    id="a-linearised-network-fits-less-than-the-network",
    says="The linearised network expresses less: where the network's loss on the training data is "
    "above 1 for all weights, so is that of its linearisation.",
    items={"N-95": "part expressive"},
    where={
        u: "the weight of the network",
        d: "the change of the weight in its linearisation at 0",
    },
    given={},
    then=(gt((f(u) - 2) ** 2, 1), ge((tangent - 2) ** 2, 1)),
    about="what a network and its linearisation can fit",
    scope="one logistic unit, one example with input 1 and label 2",
)


def refutation():
    return refute(claim, {u: 0, d: 6})
