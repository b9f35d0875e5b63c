"""A constant gradient 1 has variance 0, but Adam's second moment of it tends to 1.

v ← β₂v + (1 − β₂)g² averages g², not (g − mean)².
"""

from provenscape.kernel import Claim, eq, ge, real, refute

mean, variance, second = real("mean variance second")

claim = Claim(
    id="adam-uses-the-variance-of-the-gradients",
    says="The second moment in Adam is the variance of the gradients.",
    items={"L-36": "whole"},
    where={
        mean: ("the mean of the gradients along one coordinate", r"\mathbb{E}g"),
        variance: "the variance of the gradients",
        second: ("Adam's second moment, the mean of their squares", r"\mathbb{E}g^2"),
    },
    given={"moments": eq(second, variance + mean**2), "variance": ge(variance)},
    then=eq(second, variance),
    scope="the limit of many steps in which the gradients have one distribution",
)


def refutation():
    return refute(claim, {mean: 1, variance: 0, second: 1})
