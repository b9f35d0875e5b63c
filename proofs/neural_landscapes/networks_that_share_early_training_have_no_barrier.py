"""Networks for digits that part after a quarter of training are connected by a straight line.

This is what Frankle et al. (2020) call stable to the noise of SGD. Where the start alone is shared,
the control, the barrier is small but most often above 1/1000; at a width of 8 it takes more shared
steps (figure barriers_against_width).
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="networks-that-share-early-training-have-no-barrier",
    says="Two networks trained on digits that share the start and the first 100 of 400 steps have "
    "a barrier of the training loss of at most 1/1000, with probability at least 9/10.",
    items={"N-57": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the training loss at λ = 0, 1/6, …, 1 is nowhere more than 1/1000 above the chord "
        "between the ends",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, sharing a Gaussian start, of variance 2 over the inputs of "
        "a unit, and the order for 100 steps, each going on in an order of its own",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "no barrier: after 100"}
CONTROL = {"table": "connectivity_counts", "setting": "no barrier: after 0"}
