"""Between independently trained networks for digits the loss rises, in nearly all pairs.

That units can be exchanged makes it so for networks of every kind: a solution has copies with the
same function, elsewhere. The training loss of either network is near 1/500, the barrier hundreds of
times that. Control: pairs that share their start, with other orders of batches.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="independent-networks-have-a-barrier-between-them",
    says="Two networks trained on digits from independent starts have a barrier of the training "
    "loss above 1/10 on the line between them, with probability at least 9/10.",
    items={"N-57": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(9, 10)),
        p,
        "the training loss at one of λ = 0, 1/6, …, 1 is more than 1/10 above the chord between "
        "the ends",
        "1200 of the 1797 digits are drawn to train on, the others test; two networks with two "
        "hidden layers of 32 rectified units are trained by 400 steps of SGD of length 1 on the "
        "cross-entropy, batches of 32, each from a Gaussian start of its own, of variance 2 over "
        "the inputs of a unit, and in an order of batches of its own",
        trials=(200, 400),
    ),
    scope="digits, networks of this size, these steps",
)
EVIDENCE = {"table": "connectivity_counts", "setting": "barrier: independent"}
CONTROL = {"table": "connectivity_counts", "setting": "barrier: after 0"}
