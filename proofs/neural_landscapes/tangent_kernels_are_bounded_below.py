"""An odd network without biases has a singular kernel on x and −x: at all weights, every width.

For f(x) = Σ a_r tanh(w_r x) the gradients at x and −x are opposite, so that the form of the kernel
at (1, 1) is 0 (odd-networks-have-singular-kernels-on-opposite-inputs). No labels but opposite ones
can be fitted. The inputs are distinct and no event of the random start helps. So it is, with any
network, if an input occurs twice; with ReLU and no biases, on x and 2x.
"""

from sympy import tanh

from provenscape.kernel import Claim, function, ge, real, refute

low = real("low")
a, b, v, w, x = real("a b v w x")
weights = (a, b, v, w)
f = function("f", (*weights, x), a * tanh(v * x) + b * tanh(w * x))
form = sum((f.partial(z, at=(*weights, 1)) + f.partial(z, at=(*weights, -1))) ** 2 for z in weights)

claim = Claim(
    id="tangent-kernels-are-bounded-below",
    says="For distinct inputs, here 1 and −1, there is a positive number below which the least "
    "eigenvalue of the tangent kernel does not fall at the weights of a start.",
    items={"O-61": "part least-eigenvalue"},
    where={
        low: ("a positive lower bound of the least eigenvalue", r"\lambda"),
        (a, b): "the output weights",
        (v, w): "the input weights",
    },
    given={},
    then=ge(form, 2 * low),
    constants=(low,),
    about="the least eigenvalue of the tangent kernel of a network at its start",
    scope="two tanh units without biases; the form of the kernel at (1, 1), of squared norm 2",
)


def refutation():
    return refute(claim, {a: 1, b: 1, v: 1, w: 1})
