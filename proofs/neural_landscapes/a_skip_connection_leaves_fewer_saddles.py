"""(vw)²/2 has no saddle: its critical points are its minima vw = 0. (1 + vw)²/2 has one, at 0.

Both networks have two layers of one unit and the target c = 0; the second has a skip connection
past them. For the target 1 it is the other way round, for all others each has one saddle, at 0.
"""

from provenscape.kernel import Claim, eq, function, ge, real, refute

v, w, c, p, q = real("v w c p q")
f = function("f", (v, w), (v * w - c) ** 2 / 2)
g = function("g", (v, w), (1 + v * w - c) ** 2 / 2)

claim = Claim(
    id="a-skip-connection-leaves-fewer-saddles",
    says="With a skip connection the loss has fewer saddles than without: for a target c at which "
    "the plain network has none, the residual one has no critical point with negative curvature.",
    items={"L-44": "whole"},
    where={
        (v, w): "the two weights",
        c: "the target",
        (p, q): "a direction",
    },
    given={
        "plain_has_none": eq(c),
        "critical_in_v": eq(g.partial(v)),
        "critical_in_w": eq(g.partial(w)),
    },
    then=ge(p**2 * g.partial(v, v) + 2 * p * q * g.partial(v, w) + q**2 * g.partial(w, w)),
    about="the saddles of a network with skip connections and of the same network without",
    scope="a linear branch of two layers and one unit",
)


def refutation():
    return refute(claim, {v: 0, w: 0, c: 0, p: 1, q: -1})
