"""With a fixed kernel and a label that the start already fits nothing moves, and f₀ remains.

Where the kernel is constant, as at infinite width, the model is linear in its parameters. Take two,
f = ax + by, one example, input (1, 0) with label 0, and the start a = 0, b = 1. The flow leads a to
0 and does not move b. Kernel regression on the label 0 predicts 0 everywhere; the trained model
predicts 1 at the input (0, 1), as at the start. A network at infinite width starts at a random f₀
that is not 0 (a Gaussian process), unless it is built so (two copies with opposite output weights).
"""

from provenscape.kernel import Claim, eq, function, real, refute

a, b, x, y = real("a b x y")
f = function("f", (a, b, x, y), a * x + b * y)

claim = Claim(
    id="training-at-infinite-width-is-kernel-regression",
    says="Gradient flow with a fixed kernel leads to the predictions of kernel regression on the "
    "labels.",
    items={"N-54": "part dynamics"},
    where={
        (a, b): "the parameters at the end of training",
        (x, y): "the two coordinates of an input",
    },
    given={
        "fits_the_example": eq(f(a, b, 1, 0), 0),
        "not_moved": eq(b, 1),
    },
    then=eq(f(a, b, x, y), 0),
    about="what gradient flow with a fixed kernel predicts",
    scope="a model linear in two parameters, start (0, 1), one example with input (1, 0) and label "
    "0, on which kernel regression predicts 0",
)


def refutation():
    return refute(claim, {a: 0, b: 1, x: 0, y: 1})
