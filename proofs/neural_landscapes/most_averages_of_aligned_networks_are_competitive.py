"""The average of independent networks for digits is competitive in most pairs once aligned.

It still errs about a point more than they do; more so in narrower networks, and less in wider ones
(figure weight_averaging). Control: the same pairs as they are.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, gt, real

p = real("p")

claim = Claim(
    id="most-averages-of-aligned-networks-are-competitive",
    says="The average of the weights of two networks trained on digits from independent starts, "
    "one with its hidden units matched to the other's, errs at most 2 percentage points more on "
    "test images than they do in the mean, with probability above 1/2.",
    items={"N-60": "instance"},
    given={},
    then=Chance(
        gt(p, Rational(1, 2)),
        p,
        "the test error of the average of the weights is at most 2 points above the mean of both "
        "networks'",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, each from a Gaussian start of its own, of variance 2 over "
        "the inputs of a unit, and in an order of batches of its own; the hidden units of one are "
        "reordered by matching its weights to the other's",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "competitive average: by weights"}
CONTROL = {"table": "connectivity_counts", "setting": "competitive average: independent"}
