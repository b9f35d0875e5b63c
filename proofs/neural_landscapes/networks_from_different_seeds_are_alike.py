"""Two networks for digits from different seeds have almost the same loss.

Control: the second network starts from a start divided by 100, with which 400 steps do not suffice.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="networks-from-different-seeds-are-alike",
    says="Two networks trained on digits from independent standard starts have training losses "
    "within 1/100 and test errors within 2 percentage points of each other, with probability at "
    "least 9/10.",
    items={"N-56": "instance", "N-102": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the training losses of both networks differ by at most 1/100, their test errors by at "
        "most 2 points",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, each from a Gaussian start of its own, of variance 2 over "
        "the inputs of a unit, and in an order of batches of its own",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "alike: independent"}
CONTROL = {"table": "connectivity_counts", "setting": "alike: small start"}
