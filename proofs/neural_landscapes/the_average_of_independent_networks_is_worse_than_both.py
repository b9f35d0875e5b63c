"""The average of two independently trained networks for digits errs more than both.

By 24 points in the mean; the wider the networks, the less: about 4 at width 512, where the barrier
of the training loss is no lower (figure weight_averaging). Control: networks that share their
start.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="the-average-of-independent-networks-is-worse-than-both",
    says="The average of the weights of two networks trained on digits from independent starts "
    "has a test error at least 2 percentage points above both, with probability at least 9/10.",
    items={"N-60": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the test error of the average of the weights is at least 2 points above that of either "
        "network",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, each from a Gaussian start of its own, of variance 2 over "
        "the inputs of a unit, and in an order of batches of its own",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "worse average: independent"}
CONTROL = {"table": "connectivity_counts", "setting": "worse average: after 0"}
