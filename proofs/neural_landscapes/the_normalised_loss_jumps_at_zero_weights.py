"""At every distance s > 0 from zero weights the loss takes the values 0 and 1, and any between.

y²/(x² + y²) is the loss of a unit with batch normalisation (ε = 0) and the best gain, on two
whitened inputs of which the first is the label: it has no limit at 0, and slopes 1/s as steep at
distance s. With ε > 0 the jump is a cliff of a width of the order √ε. So batch normalisation makes
a landscape smooth away from zero weights at best, where without it this loss is a quadratic.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

x, y, s = real("x y s")
f = function("f", (x, y), y**2 / (x**2 + y**2))

claim = Claim(
    id="the-normalised-loss-jumps-at-zero-weights",
    says="However near to zero weights, the loss of a normalised unit takes the values 0 and 1, "
    "its least and its greatest, and at distance s√2 it has slopes 1/(2s): it is discontinuous at "
    "0 and its gradient unbounded.",
    items={"N-64": "instance"},
    where={(x, y): "the two weights", s: "a distance from zero weights"},
    given={"away": gt(s)},
    then=(
        eq(f(s, 0), 0),
        eq(f(0, s), 1),
        eq(f.partial(y, at=(s, s)) * 2 * s, 1),
        eq(f.partial(x, at=(s, s)) * 2 * s, -1),
    ),
    scope="two whitened inputs, the label is the first, the best gain",
)
witness = {s: 1}
points = [witness, {s: 3}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(4)])
