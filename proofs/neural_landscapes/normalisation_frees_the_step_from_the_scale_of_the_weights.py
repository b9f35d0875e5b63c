"""From (1, 1) and from (2, 2) the same step length 1 leads to different directions: not decoupled.

The unit has two whitened inputs and batch normalisation (ε = 0), the label is the first input, the
gain is fitted: the loss is y²/(x² + y²), which depends on the direction of the weights (x, y)
alone. Its gradient at a(x, y) is 1/a of that at (x, y), so that a step of length η turns (1, 1) as
one of length a²η turns (a, a): the effective rate is η/|w|². What is free of the scale is the
function, not the rate.
"""

from provenscape.kernel import Claim, eq, function, ge, gt, real, refute

x, y, a, eta = real("x y a eta")
A, B, C, b, c, T = real("A B C b c T")
f = function("f", (x, y), T - (b * x + c * y) ** 2 / (A * x**2 + 2 * B * x * y + C * y**2))
far = (a * x, a * y)

claim = Claim(
    id="normalisation-frees-the-step-from-the-scale-of-the-weights",
    says="Batch normalisation makes the effective learning rate independent of the scale of the "
    "layer: steps of one length from the weights w and from aw, a > 0, lead to one direction.",
    items={"N-62": "whole"},
    where={
        (x, y): "the weights w of a unit with batch normalisation",
        a: "their scale",
        eta: "the step length",
        (A, B, C): "second moments of the two inputs, centred",
        (b, c): "second moments of the inputs with the label",
        T: "second moment of the label",
    },
    given={
        "scale": gt(a),
        "step": gt(eta),
        "variance": gt(A),
        "definite": gt(A * C, B**2),
        "unexplained": ge(T * (A * C - B**2), C * b**2 - 2 * B * b * c + A * c**2),
        "spread": gt(A * x**2 + 2 * B * x * y + C * y**2),
        "scaled_spread": gt(A * (a * x) ** 2 + 2 * B * (a * x) * (a * y) + C * (a * y) ** 2),
    },
    then=eq(
        (x - eta * f.partial(x)) * (a * y - eta * f.partial(y, at=far)),
        (y - eta * f.partial(y)) * (a * x - eta * f.partial(x, at=far)),
    ),
    about="the step of descent on the weights of a normalised unit",
    scope="two inputs, squared loss, the best gain",
)


def refutation():
    return refute(claim, {x: 1, y: 1, a: 2, eta: 1, A: 1, B: 0, C: 1, b: 1, c: 0, T: 1})
