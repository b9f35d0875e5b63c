"""From a start divided by 100 the same training leaves networks for digits at guessing.

Near weights of 0 there is a plateau: the gradient of a layer is a product of the other layers'
weights. At weights 0 descent rests. Control: the start as it is.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="a-start-a-hundred-times-smaller-is-not-trained",
    says="A network whose standard start was divided by 100 errs on at least half of the test "
    "digits after the training that suffices for the start as it is, with probability at least "
    "9/10.",
    items={"N-102": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the network errs on at least half of the test images",
        "1200 of the 1797 digits are drawn to train on, the others test; a network with two "
        "hidden layers of 32 rectified units is trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, from a Gaussian start, of variance 2 over the inputs of a "
        "unit, divided by 100, in a random order",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "lost: small start"}
CONTROL = {"table": "connectivity_counts", "setting": "lost: start as it is"}
