"""Inputs 1 and 2 with the label 1: at no number of weights does a network without biases fit both.

Its outputs are homogeneous, f(2x) = 2f(x), and ½(a − 1)² + ½(2a − 1)² ≥ 1/10, as networks-without-
biases-do-not-fit-parallel-inputs proves for any width and depth. Nor does any network fit equal
inputs with different labels. What is missing is a class of networks that can tell the inputs apart:
with biases n − 1 rectified units are enough for any labels of n distinct inputs.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, le, real, refute

M, m, a, b = real("M m a b")

claim = Claim(
    id="more-weights-than-data-let-the-loss-be-zero",
    says="If a network has more weights than there are data, or from some number of them on, its "
    "least training loss is 0: on two inputs it is at most 1/20 for the best outputs.",
    items={"O-59": "part attainable"},
    where={
        M: "a sufficient number of weights",
        m: "the number of weights",
        (a, b): "the outputs of least loss at the inputs 1 and 2, both with the label 1",
    },
    given={"more": ge(m, 3), "many": ge(m, M), "homogeneous": eq(b, 2 * a)},
    then=le(((a - 1) ** 2 + (b - 1) ** 2) / 2, Rational(1, 20)),
    constants=(M,),
    about="weights of loss 0 of a network with one hidden layer",
    scope="rectified units without biases, two distinct inputs on a line; the conclusion fails at "
    "all outputs that such a network can have",
)


def refutation():
    return refute(claim, {m: M + 3, a: Rational(3, 5), b: Rational(6, 5)})
