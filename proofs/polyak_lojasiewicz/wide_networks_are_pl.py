"""An over-parameterised network is not PL as a whole: zero weights are stationary, not optimal.

The two-layer network with m hidden tanh (or linear, or ReLU with derivative 0 at 0) units and loss
½(Σ vᵢ tanh(uᵢ) − y)², for one example with input 1 and label y = 1, has zero gradient and loss ½ at
u = v = 0, whatever the width; here m = 2.
"""

from sympy import tanh

from provenscape.kernel import Claim, function, ge, real, refute

mu, u1, u2, v1, v2 = real("mu u1 u2 v1 v2")
f = function("f", (u1, u2, v1, v2), (v1 * tanh(u1) + v2 * tanh(u2) - 1) ** 2 / 2)

claim = Claim(
    id="wide-networks-are-pl",
    says="The loss of an over-parameterised network satisfies the PL condition, for some µ, at all "
    "weights.",
    items={"O-08": "whole", "O-89": "part wide-networks"},
    where={
        mu: "a PL constant",
        (u1, u2): "the weights of the hidden layer",
        (v1, v2): "the weights of the output layer",
    },
    given={},
    then=ge(sum(slope**2 for slope in f.gradient()) / 2, mu * f(u1, u2, v1, v2)),
    constants=(mu,),
    about="the PL inequality for the square loss of a network",
    scope="two tanh units, four parameters, one example with input 1 and label 1, least loss 0",
)


def refutation():
    return refute(claim, {u1: 0, u2: 0, v1: 0, v2: 0})
