"""Adam's second moment is the variance of the gradients plus the square of their mean.

Kingma and Ba (2015) call it the uncentred variance. Along a direction of steady gradient g it is
g², so that the step is ±η however small g is.
"""

from provenscape.kernel import Claim, combine, eq, real

mean, centred, second = real("m var v")
a, b = real("a b")  # two equally likely gradients

claim = Claim(
    id="adams-second-moment-is-variance-plus-squared-mean",
    items=["L-36"],
    says="Adam's second moment averages g²: it exceeds the variance by the square of the mean.",
    given={
        "mean": eq(mean, (a + b) / 2),
        "variance": eq(centred, ((a - mean) ** 2 + (b - mean) ** 2) / 2),
        "second": eq(second, (a**2 + b**2) / 2),
    },
    then=eq(second, centred + mean**2),
    repairs="adam-uses-the-variance-of-the-gradients",
    scope="two equally likely gradients; the identity is linear in the distribution",
)
witness = {a: 1, b: 3, mean: 2, centred: 1, second: 5}
countermodels = {
    "mean": {a: 1, b: 3, mean: 1, centred: 2, second: 5},
    "variance": witness | {centred: 0},
    "second": witness | {second: 0},
}


def proof():
    return combine(claim, using={"second": 1, "variance": -1, "mean": -2 * mean})
