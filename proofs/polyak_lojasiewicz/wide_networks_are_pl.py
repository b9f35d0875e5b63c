"""An over-parameterised network is not PL as a whole: zero weights are stationary, not optimal.

The two-layer network with m hidden tanh (or linear, or ReLU with derivative 0 at 0) units and loss
½(Σ vᵢ tanh(uᵢ) − y)², for one example with input 1 and label y = 1, has zero gradient and loss ½ at
u = v = 0, whatever the width; here m = 2.
"""

from sympy import tanh

from provenscape.kernel import Claim, ge, gt, real, refute

mu, u1, u2, v1, v2 = real("mu u1 u2 v1 v2")
loss = (v1 * tanh(u1) + v2 * tanh(u2) - 1) ** 2 / 2
slope2 = sum(loss.diff(w) ** 2 for w in (u1, u2, v1, v2))

claim = Claim(
    id="wide-networks-are-pl",
    items=["O-08", "O-89"],
    says="The loss of an over-parameterised network satisfies the PL condition.",
    given={"constant": gt(mu)},
    then=ge(slope2 / 2, mu * loss),
    locally=(mu,),
    scope="'for some µ > 0' over all weights; two tanh units, four parameters, one example. "
    "Further units with zero weights change neither loss nor gradient there: no width helps",
)


def refutation():
    return refute(claim, {u1: 0, u2: 0, v1: 0, v2: 0})
