"""Inputs 1 and 2 with the label 1: at no number of weights does a network without biases fit both.

Its outputs are homogeneous, f(2x) = 2f(x), and ½(a − 1)² + ½(2a − 1)² ≥ 1/10, as networks-without-
biases-do-not-fit-parallel-inputs proves for any width and depth. Nor does any network fit equal
inputs with different labels. What is missing is a class of networks that can tell the inputs apart:
with biases n − 1 rectified units are enough for any labels of n distinct inputs.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, real, refute

p, q = real("p q")
output = p - q
loss = ((output - 1) ** 2 + (2 * output - 1) ** 2) / 2

claim = Claim(
    id="more-weights-than-data-let-the-loss-be-zero",
    says="If a network has more weights than there are data, or from some number of them on, its "
    "least training loss is 0: on two inputs it is at most 1/20 for the best outputs.",
    items={"O-59": "part attainable"},
    where={
        (p, q): "numbers whose difference is the output at the input 1, half that at the input 2, "
        "with enough weights; both inputs have the label 1",
    },
    given={},
    then=le(loss, Rational(1, 20)),
    constants=(p, q),
    about="weights of loss 0 of a network with one hidden layer",
    scope="rectified units without biases, two distinct inputs on a line",
)


def refutation():
    high = combine(
        claim.lemma("high", {"p": gt(p), "q": gt(q)}, gt(loss, Rational(1, 20))),
        using={},
        squares=[(Rational(5, 2), output - Rational(3, 5)), (Rational(1, 20), 1)],
    )
    return refute(claim, {}, failure=high)
