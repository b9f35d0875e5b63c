"""The average of two solutions of one network may be the network with weights 0.

Two hidden units, outputs 2x: a unit with both weights 1 and one with both weights −1. The same with
its units exchanged is another solution, and from exchanged starts descent finds it, so that it is
as likely under a law of the start that treats all units alike. Halfway all weights are 0. It is the
same with any odd activation φ and outputs 2φ(x), and with rectified units, whose outputs are x.
The exchange is a symmetry of every network: this is why sentences on networks at large fail, while
experiments with digits say how often, and what holds instead.
"""

from provenscape.kernel import Claim, eq, function, lt, real, refute

v, a, w, b, s, c, t, d = real("v a w b s c t d")
f = function("f", (v, a, w, b), (v * a + w * b - 2) ** 2 / 2)

claim = Claim(
    id="two-solutions-average-to-better-than-nothing",
    says="Between two solutions of a network with two hidden units, both of loss 0, there is no "
    "barrier that makes their average as bad as the network with weights 0.",
    items={"N-57": "whole", "N-60": "whole"},
    where={
        (v, w): "ingoing weights of the first solution's units",
        (a, b): "outgoing weights of the first solution's units",
        (s, t): "ingoing weights of the second solution's units",
        (c, d): "outgoing weights of the second solution's units",
    },
    given={"first": eq(f(v, a, w, b), 0), "second": eq(f(s, c, t, d), 0)},
    then=lt(f((v + s) / 2, (a + c) / 2, (w + t) / 2, (b + d) / 2), f(0, 0, 0, 0)),
    about="the line between two solutions of one network",
    scope="one datum x = 1 with target 2, identity activation, no biases",
)


def refutation():
    return refute(claim, {v: 1, a: 1, w: -1, b: -1, s: -1, c: -1, t: 1, d: 1})
