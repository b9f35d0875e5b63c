"""On the data (1, −1) and (3, 7): loss 0 by two sigmoid units, 25/2 by m equal ones.

Outer weights −50 and 36 with inner weights 0 and log 2 fit; m units with inner weight log 2 and
outer weight 9/(2m) have the outputs 3 and 4, and are stationary: the features are dependent, and
the slopes along each outer and inner weight are 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, real

v, s, u, t, m = real("v s u t m")
half = Rational(1, 2)
first, second = v / (1 + s) + u / (1 + t), v / (1 + s**3) + u / (1 + t**3)
f = function("f", (v, s, u, t), ((first + 1) ** 2 + (second - 7) ** 2) / 2)
equal = (Rational(9, 2) / m, half)
h = function(
    "h",
    (v, s),
    (
        (3 * (m - 1) / m + v / (1 + s) + 1) ** 2
        + (4 * (m - 1) / m + v / (1 + s**3) - 7) ** 2
    ) / 2,
)  # fmt: skip

claim = Claim(
    id="two-sigmoid-units-fit-where-equal-ones-do-not",
    says="On the data (1, −1) and (3, 7) two sigmoid units have loss 0, while m equal units, of "
    "inner weight log 2 and outer weight 9/(2m), are stationary at the loss 25/2.",
    items={"O-09": "instance", "O-54": "instance", "N-46": "instance"},
    where={
        (v, u): "outer weights",
        (s, t): "e^(−w), w being the inner weights",
        m: "the width",
    },
    given={"width": ge(m, 1)},
    then=(
        eq(f(-50, 1, 36, half), 0),
        eq(h(*equal), Rational(25, 2)),
        eq(h.partial(v, at=equal), 0),
        eq(h.partial(s, at=equal), 0),
    ),
    scope="one hidden layer without biases; h is the loss as a function of one of the m units, "
    "the others being at the point named",
)
witness = {m: 3}


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(4)])
