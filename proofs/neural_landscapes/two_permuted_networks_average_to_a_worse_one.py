"""Two hidden units exchanged give the same network; the average of the two has units that agree.

The network has two inputs, two hidden units and two outputs, and should return its inputs: with
identity activation it does, for W = V = I and for W = V = the exchange. The average W = V = [[½,
½], [½, ½]] has the loss ½, that is half of what the zero function has; and along the whole segment
the loss is 8t²(1 − t)², highest in the middle. No activation mends it: the two hidden units of the
average have equal weights, so that one of them is idle. If one unit has the weights 1, 1 and the
other −1, −1, the average of that network and its copy has all weights 0. From exchanged starts
descent finds exchanged networks, and a law of the start that treats units alike gives them equal
density.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

a, b, c, d, t = real("a b c d t")
f = function(
    "f",
    (a, b, c, d),
    (
        (a**2 + b * c - 1) ** 2
        + (a * b + b * d) ** 2
        + (c * a + d * c) ** 2
        + (c * b + d**2 - 1) ** 2
    )
    / 2,
)

claim = Claim(
    id="two-permuted-networks-average-to-a-worse-one",
    says="A network with two hidden units and its copy with the units exchanged fit the identity, "
    "with loss 0; at a share t on the way between their weights the loss is 8t²(1 − t)²: ½ at the "
    "average, half of what the zero network has.",
    items={"N-60": "instance", "N-57": "instance", "N-105": "instance"},
    where={
        (a, b, c, d): "the entries of the weights of both layers, row by row",
        t: "the share of the way",
    },
    given={},
    then=(
        eq(f(1, 0, 0, 1), 0),
        eq(f(0, 1, 1, 0), 0),
        eq(f(1 - t, t, t, 1 - t), 8 * t**2 * (1 - t) ** 2),
    ),
    scope="identity activation, both layers with the same weights",
)
witness = {t: Rational(1, 2)}
points = [witness, {t: 2}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(3)])
