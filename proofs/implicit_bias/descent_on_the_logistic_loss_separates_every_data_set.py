"""Two equal examples with opposite labels: descent from 0 stays at 0; no direction has a margin.

The margins are aw and bw with a = 1, b = −1, and the slope at w = 0 is −½ + ½ = 0. Where the data
are not separable the loss has a minimiser, or a ray of them in the limit (Ji & Telgarsky 2019), and
there is no solution with positive margins to converge to, in direction or otherwise.
"""

from sympy import exp, log

from provenscape.kernel import Claim, eq, function, gt, real, refute

w, a, b = real("w a b")
f = function("f", (w,), log(1 + exp(-a * w)) + log(1 + exp(-b * w)))

claim = Claim(
    id="descent-on-the-logistic-loss-separates-every-data-set",
    says="Where gradient descent with the logistic loss stays, on two examples with a linear model "
    "of one weight, both have positive margins.",
    items={"O-73": "whole"},
    where={
        w: "the weight",
        (a, b): "the two inputs, each times its label 1 or −1",
    },
    given={
        "first": gt(a**2),
        "second": gt(b**2),
        "at_rest": eq(f.partial(w)),
    },
    then=(gt(a * w), gt(b * w)),
    about="the margins to which descent on the logistic loss leads",
    scope="two examples, one weight",
)
witness = {a: 1, b: -1, w: 0}


def refutation():
    return refute(claim, {a: 1, b: -1, w: 0})
