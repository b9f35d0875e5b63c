"""Most pairs of networks for digits, aligned by weights, have no barrier of error above 2 points.

Two points is what Frankle et al. allow. The alignment need not be the best one. Control: the same
pairs as they are.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, gt, real

p = real("p")

claim = Claim(
    id="most-aligned-networks-are-linearly-connected-in-error",
    says="Two networks trained on digits from independent starts, one with its hidden units "
    "matched to the other's by weights, have a barrier of the test error of at most 2 percentage "
    "points, with probability above 1/2.",
    items={"N-58": "instance", "N-103": "instance"},
    given={},
    then=Chance(
        gt(p, Rational(1, 2)),
        p,
        "the test error at λ = 0, 1/6, …, 1 is nowhere more than 2 points above the chord between "
        "the ends",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, each from a Gaussian start of its own, of variance 2 over "
        "the inputs of a unit, and in an order of batches of its own; the hidden units of one are "
        "reordered by matching its weights to the other's",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "connected: by weights"}
CONTROL = {"table": "connectivity_counts", "setting": "connected: independent"}
