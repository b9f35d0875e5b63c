"""Between aligned networks for digits the training loss is several times that of both.

So a line that passes for connected by its error need not run within the set of solutions. At
greater widths it is so, too: at 512 aligned by activations the barrier is near 1/60, by weights
near 1/20 (table connectivity_barriers). A better permutation may exist. Control: networks that
share a quarter of their training.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="aligned-networks-still-have-a-barrier-of-the-loss",
    says="Halfway between two networks trained on digits from independent starts, one with its "
    "hidden units matched to the other's by weights, the training loss is at least five times "
    "that of both, with probability at least 9/10.",
    items={"N-59": "instance", "N-103": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the training loss of the average of the weights is at least five times that of either "
        "network",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, each from a Gaussian start of its own, of variance 2 over "
        "the inputs of a unit, and in an order of batches of its own; the hidden units of one are "
        "reordered by matching its weights to the other's",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "dearer halfway: by weights"}
CONTROL = {"table": "connectivity_counts", "setting": "dearer halfway: after 100"}
