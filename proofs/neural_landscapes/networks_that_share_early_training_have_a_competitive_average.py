"""The average of networks for digits that part after a quarter of training is as good as they are.

Control: independent networks.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="networks-that-share-early-training-have-a-competitive-average",
    says="The average of the weights of two networks trained on digits that share the start and "
    "the first 100 of 400 steps errs at most 2 percentage points more on test images than they do "
    "in the mean, with probability at least 9/10.",
    items={"N-60": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the test error of the average of the weights is at most 2 points above the mean of both "
        "networks'",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, sharing a Gaussian start, of variance 2 over the inputs of "
        "a unit, and the order for 100 steps, each going on in an order of its own",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "competitive average: after 100"}
CONTROL = {"table": "connectivity_counts", "setting": "competitive average: independent"}
