"""Mean-zero noise along x alone never leaves the saddle of x² − y²: y stays exactly 0.

The noise (u, w) has w = 0 at every step; then y ← (1 + 2η)y + w stays 0 from y = 0. It is the noise
of stochastic gradient descent over the two terms f ± x: unbiased, bounded, each term smooth. What
is missing is noise along the escape direction (Pemantle 1990; Daneshmand, Kohler, Lucchi & Hofmann
2018).
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta, u, w = real("eta u w")  # the step length and the two components of the noise
next_y = y - eta * saddle.gradient[1] + w

claim = Claim(
    id="any-noise-leaves-the-saddle",
    items=["N-13", "E-39", "N-44", "O-40"],
    says="Gradient descent with noise of any kind, of mean 0, is driven off the saddle.",
    given={"step": gt(eta), "at_x": eq(x), "at_y": eq(y), "noise": gt(u**2 + w**2)},
    then=gt(next_y**2),
    scope="the saddle x² − y² and noise (±1, 0) with equal probabilities, as of the stochastic "
    "gradient of the mean of x² − y² ± x; what holds for one step from y = 0 holds for all",
)


def refutation():
    return refute(claim, {eta: 1, x: 0, y: 0, u: 1, w: 0})
