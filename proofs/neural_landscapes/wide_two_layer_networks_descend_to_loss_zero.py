"""Inputs 1 and 2 with the label 1: no ReLU network without biases has a loss below 1/10.

Its outputs are homogeneous, f(2x) = 2f(x), whatever the width, the depth, the start and the method,
and ½(a − 1)² + ½(2a − 1)² ≥ 1/10. The inputs are distinct; they are parallel.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, le, real, refute

M, T, m, t, a, b = real("M T m t a b")

claim = Claim(
    id="wide-two-layer-networks-descend-to-loss-zero",
    says="The training loss of an over-parameterised two-layer network with random start tends to "
    "0 under gradient descent: from some width and time on it is at most 1/20, on two inputs.",
    items={"N-53": "whole", "O-59": "part attained"},
    where={
        (M, T): "a sufficient width and a sufficient number of steps",
        (m, t): "the width and the number of steps",
        (a, b): "the outputs after t steps at the inputs 1 and 2, both with the label 1",
    },
    given={
        "wide": ge(m, M),
        "long": ge(t, T),
        "homogeneous": eq(b, 2 * a),
    },
    then=le(((a - 1) ** 2 + (b - 1) ** 2) / 2, Rational(1, 20)),
    constants=(M, T),
    about="descent on the training loss of wide networks",
    scope="rectified units without biases, two distinct inputs on a line; the conclusion fails at "
    "all outputs that such a network can have",
)


def refutation():
    return refute(claim, {m: M, t: T, a: Rational(3, 5), b: Rational(6, 5)})
