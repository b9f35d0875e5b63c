"""A unit that is active at one datum alone fits it, and lowers the loss by n(y − ȳ)²/(n − 1).

An input that is farthest in some direction, alone, can be cut off from the others by a rectified
unit. With the mean of the other labels as output bias the squared loss is their sum of squared
deviations from their mean, which is smaller than that of all labels by this. So the local minima at
which all units are inactive are no global ones, at any width, if such an input has a label that is
not the mean.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, lt, real

n, y, Y, Q, V, W = real("n y Y Q V W")

claim = Claim(
    id="one-active-unit-fits-better-than-inactive-ones",
    says="If the input of some datum can be cut off from the others by a hyperplane and its label "
    "is not the mean, a rectified unit and an output bias have a smaller squared loss than any "
    "constant output.",
    items={"N-97": "instance", "N-52": "instance"},
    where={
        n: "the number of data",
        y: "the label of that datum",
        Y: "the sum of all labels",
        Q: "the sum of their squares",
        V: "the sum of squared deviations of all labels from their mean, the least for a constant",
        W: "that of the other labels, the loss with the unit",
    },
    given={
        "several": gt(n, 1),
        "not_the_mean": gt((n * y - Y) ** 2),
        "all": eq(n * V, n * Q - Y**2),
        "others": eq((n - 1) * W, (n - 1) * (Q - y**2) - (Y - y) ** 2),
    },
    then=lt(W, V),
    scope="one output",
)
witness = {n: 2, y: 1, Y: 1, Q: 1, V: Rational(1, 2), W: 0}
countermodels = {
    "not_the_mean": {n: 2, y: 1, Y: 2, Q: 2, V: 0, W: 0},
    "all": witness | {V: 0},
    "others": witness | {W: 1},
}


def proof():
    return combine(
        claim,
        using={"not_the_mean": 1, "all": n - 1, "others": -n},
        scale=n * (n - 1),
    )
