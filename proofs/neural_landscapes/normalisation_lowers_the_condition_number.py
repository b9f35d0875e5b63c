"""Least squares with whitened inputs has the Hessian 2I; normalised, it has diag(2, 2b²).

The label is b times the first of two whitened inputs. Without normalisation the loss is (x − b)² +
y² in the weights: condition number 1. A unit with batch normalisation and gain g puts out g(cos t,
sin t) applied to the inputs, t the angle of its weights, whose length it ignores: the loss is g² −
2bg cos t + b², at its minimum g = b, t = 0 with curvature 2 along g, 2b² along t (2b²/|w|² along
the weights) and 0 along w, where the condition number is b² for b ≥ 1 and infinite. Nor does it
help to leave the gain out: two units with gains 1 and b on inputs of their own have angles with the
curvatures 2 and 2b².
"""

from sympy import cos

from provenscape.kernel import Claim, function, ge, le, real, refute

x, y, g, t, b = real("x y g t b")
plain = function("plain", (x, y), (x - b) ** 2 + y**2)
normalised = function("normalised", (g, t), g**2 - 2 * b * g * cos(t) + b**2)
low, at = (b, 0), (b, 0)

claim = Claim(
    id="normalisation-lowers-the-condition-number",
    says="Batch normalisation does not raise the condition number of the Hessian at the minimum, "
    "even if the length of the weights, along which the loss is constant, is left out.",
    items={"N-63": "whole"},
    where={
        (x, y): "the weights without normalisation",
        g: "the gain of the normalised unit",
        t: "the angle of its weights",
        b: "the coefficient of the first input in the label",
    },
    given={"label": ge(b, 1)},
    then=le(
        normalised.partial(t, t, at=at) * plain.partial(y, y, at=low),
        normalised.partial(g, g, at=at) * plain.partial(x, x, at=low),
    ),
    about="the condition number at the minimum, with batch normalisation and without",
    scope="two whitened inputs, squared loss; the Hessians are diagonal at the minima",
)


def refutation():
    return refute(claim, {b: 2})
