"""Inputs 1 and 2 with the label 1: no ReLU network without biases has a loss below 1/10.

Its outputs are homogeneous, f(2x) = 2f(x), whatever the width, the depth, the start and the method,
and ½(a − 1)² + ½(2a − 1)² ≥ 1/10 for every output a. The inputs are distinct; they are parallel.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, real, refute

p, q = real("p q")
output = p - q
loss = ((output - 1) ** 2 + (2 * output - 1) ** 2) / 2

claim = Claim(
    id="wide-two-layer-networks-descend-to-loss-zero",
    says="The training loss of an over-parameterised two-layer network with random start tends to "
    "0 under gradient descent: from some width and time on it is at most 1/20, on two inputs.",
    items={"N-53": "whole", "O-59": "part attained"},
    where={
        (p, q): "numbers whose difference is the output at the input 1, half that at the input 2, "
        "at a sufficient width after a sufficient number of steps; both inputs have the label 1",
    },
    given={},
    then=le(loss, Rational(1, 20)),
    constants=(p, q),
    about="descent on the training loss of wide networks",
    scope="rectified units without biases, two distinct inputs on a line",
)


def refutation():
    high = combine(
        claim.lemma("high", {"p": gt(p), "q": gt(q)}, gt(loss, Rational(1, 20))),
        using={},
        squares=[(Rational(5, 2), output - Rational(3, 5)), (Rational(1, 20), 1)],
    )
    return refute(claim, {}, failure=high)
