"""The average of the weights over the end of a run for digits has a smaller test loss, most often.

This is stochastic weight averaging (Izmailov et al. 2018) with a constant step. Its test error is
not told apart from that of the last weights (table connectivity_averages). Control: the average
with an independent network instead of with the own past.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, gt, real

p = real("p")

claim = Claim(
    id="the-average-of-a-run-has-a-smaller-test-loss",
    says="The average of the weights of a network trained on digits after 250, 300, 350 and 400 "
    "steps has a smaller test loss than the weights after 400 steps, with probability above 1/2.",
    items={"N-61": "instance"},
    given={},
    then=Chance(
        gt(p, Rational(1, 2)),
        p,
        "the test loss of the average of the weights after 250, 300, 350 and 400 steps is below "
        "that of the last",
        "1200 of the 1797 digits are drawn to train on, the others test; a network with two "
        "hidden layers of 32 rectified units is trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, from a Gaussian start, of variance 2 over the inputs of a "
        "unit, in a random order",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "better average: tail"}
CONTROL = {"table": "connectivity_counts", "setting": "better average: independent"}
