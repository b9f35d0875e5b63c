"""One sigmoid unit, two weights, two data: a point with g = 0 and H ≻ 0 that is no global minimum.

The output is vσ(wx), with s = e^(−w) it is v/(1 + s) at 1 and v/(1 + s³) at 3; labels −13/4 and 4.
At v = 9/8, w = log 2 the outputs are ¾ and 1, the residuals 4 and −3, the loss 25/2; at v = −16, w
= −log 4 it is 9.02. The Hessian is taken in (v, s), which keeps its signature at a stationary
point. So the definition, read literally, is met by networks with as many weights as data. Not by a
network with rectified units, whose Hessian is singular at every stationary point, though its bad
minima are many; nor by one with as many last hidden units as data, whose strict minima are global.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia, lt, real

v, s = real("v s")
f = function(
    "f",
    (v, s),
    ((v / (1 + s) + Rational(13, 4)) ** 2 + (v / (1 + s**3) - 4) ** 2) / 2,
)
bad = (Rational(9, 8), Rational(1, 2))

claim = Claim(
    id="a-strict-local-minimum-may-be-bad-with-as-many-weights-as-data",
    says="A sigmoid unit with an outer weight, two weights for two data, has a point with "
    "gradient 0, positive definite Hessian and loss 25/2, while other weights have a loss below "
    "10.",
    items={"N-46": "definition", "O-54": "instance", "N-97": "instance"},
    where={v: "the outer weight", s: ("e^(−w), w being the inner weight", "e^{-w}")},
    given={},
    then=(
        eq(f.partial(v, at=bad), 0),
        eq(f.partial(s, at=bad), 0),
        Inertia(f.hessian(bad), 2, 0, 0),
        eq(f(*bad), Rational(25, 2)),
        lt(f(-16, 4), 10),
    ),
    scope="data (1, −13/4) and (3, 4), no biases",
)
points = [{}]


def proof():
    exact = [combine(claim.part(i), using={}) for i in (0, 1, 3)]
    lower = combine(claim.part(4), using={}, squares=[(Rational(26603, 27040), 1)])
    return conjoin(claim, [exact[0], exact[1], inertia(claim.part(2)), exact[2], lower])
