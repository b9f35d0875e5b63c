"""Least squares of condition number k²: normalised it is b²k², b the coefficient in the label.

Two uncorrelated inputs have the variances 1 and k² ≥ 1, the label is b times the first. Without
normalisation the loss is (x − b)² + k²y² in the weights: condition number k², the inputs' own. A
unit with batch normalisation and gain g has, for weights (cos kt, sin(kt)/k), a pre-activation of
variance 1 and the loss g² − 2bg cos kt + b²: at its minimum g = b, t = 0 the curvatures are 2 along
g and 2b²k² across the direction of the weights; along their length it is 0. So the condition number
is b²k², more than before for every b > 1: gain and direction come into it with different units. Nor
does it help to leave the gain out: two units with gains 1 and b on inputs of their own have across
directions the curvatures 2k² and 2b²k². Weights of length c divide these by c²: it is a matter of
the scales of label and weights, which the sentence does not mention.
"""

from sympy import cos

from provenscape.kernel import Claim, function, ge, le, real, refute

x, y, g, t, b, k = real("x y g t b k")
plain = function("plain", (x, y), (x - b) ** 2 + k**2 * y**2)
normalised = function("normalised", (g, t), g**2 - 2 * b * g * cos(k * t) + b**2)
low, at = (b, 0), (b, 0)

claim = Claim(
    id="normalisation-lowers-the-condition-number",
    says="Batch normalisation does not raise the condition number of the Hessian at the minimum, "
    "even if the length of the weights, along which the loss is constant, is left out.",
    items={"N-63": "whole"},
    where={
        (x, y): "the weights without normalisation",
        g: "the gain of the normalised unit",
        t: "the time on the curve (cos kt, sin(kt)/k) of its weights, at 0 of speed 1",
        b: "the coefficient of the first input in the label",
        k: "the standard deviation of the second input, that of the first being 1",
    },
    given={"label": ge(b, 1), "inputs": ge(k, 1)},
    then=le(
        normalised.partial(t, t, at=at) * plain.partial(x, x, at=low),
        normalised.partial(g, g, at=at) * plain.partial(y, y, at=low),
    ),
    about="the condition number at the minimum, with batch normalisation and without",
    scope="two uncorrelated inputs, squared loss, weights of length 1; the Hessians are diagonal "
    "at the minima",
)


def refutation():
    return refute(claim, {b: 2, k: 2})
