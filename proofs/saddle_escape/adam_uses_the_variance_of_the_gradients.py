"""A constant gradient 1 has variance 0, but Adam's second moment of it tends to 1.

v ← β₂v + (1 − β₂)g² averages g², not (g − mean)².
"""

from provenscape.kernel import Claim, eq, ge, real, refute

mean, variance, second = real("m var v")

claim = Claim(
    id="adam-uses-the-variance-of-the-gradients",
    items=["L-36"],
    says="The second moment in Adam is the variance of the gradients.",
    given={"moments": eq(second, variance + mean**2), "variance": ge(variance)},
    then=eq(second, variance),
    scope="the stationary averages over the gradients: m = E g, v = E g²",
)


def refutation():
    return refute(claim, {mean: 1, variance: 0, second: 1})
