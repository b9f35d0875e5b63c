"""Mean-zero noise along x alone never leaves the saddle of x² − y²: y stays exactly 0.

The noise (u, w) has w = 0 at every step; then y ← (1 + 2η)y + w stays 0 from y = 0. It is the noise
of stochastic gradient descent over the two terms f ± x: unbiased, bounded, each term smooth. What
is missing is noise along the escape direction (Pemantle 1990; Daneshmand, Kohler, Lucchi & Hofmann
2018). Of noise these sentences say that it is any, or random, or of mean 0, or that of stochastic
gradients; where a document has defined its perturbation, as uniform in a ball, that is taken.
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, u, w = real("eta u w")
descended = y - eta * f.partial(y)

claim = Claim(
    id="any-noise-leaves-the-saddle",
    says="Gradient descent with noise of any kind, of mean 0, is driven off the saddle.",
    items={
        "N-08": "whole",
        "N-13": "part noise-makes-gd-fall-off",
        "E-39": "whole",
        "N-44": "whole",
        "O-40": "part sgd-noise-leaves",
    },
    where={
        eta: "the step length",
        (u, w): "the noise added to x and to y is (u, w) or −(u, w), with equal probabilities",
    },
    given={
        "step": gt(eta),
        "at_x": eq(x),
        "at_y": eq(y),
        "noise": gt(u**2 + w**2),
    },
    then=gt((descended + w) ** 2 / 2 + (descended - w) ** 2 / 2),
    about="noisy descent at a saddle",
    scope="the saddle of x² − y²; with (±1, 0) the noise is that of the stochastic gradient of the "
    "mean of x² − y² ± x; one step from y = 0, which leaves y = 0; "
    "N-08 says random noise and no more, and N-44 not which assumptions are standard: unbiased "
    "noise that is bounded is taken",
)


def refutation():
    return refute(claim, {eta: 1, x: 0, y: 0, u: 1, w: 0})
