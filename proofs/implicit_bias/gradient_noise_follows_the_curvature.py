"""Where the slopes of two examples agree there is no noise, whatever the curvature.

The mean of f(x) = ½ax² + cx and g(x) = ½bx² − cx has the curvature ½(a + b) everywhere, and one of
the two at random has a gradient of variance (½(a − b)x + c)²: with a = 3, b = 1, c = 1 it is 0 at
−1 and 1 at the minimum 0. With c = 0 the minimum fits both examples: SGD rests there, flat or
sharp, if its step is short enough.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, gt, real, refute

x, a, b, c, kappa = real("x a b c kappa")
f = function("f", (x,), a * x**2 / 2 + c * x)
g = function("g", (x,), b * x**2 / 2 - c * x)
variance = ((f.partial(x) - g.partial(x)) / 2) ** 2

claim = Claim(
    id="gradient-noise-follows-the-curvature",
    says="The variance of SGD's noise is proportional to the local curvature of the loss: for a "
    "loss of two examples there is a factor κ that fits at every place.",
    items={"O-67": "part noise"},
    where={
        x: "the weight",
        (a, b): "the curvatures of the two examples",
        c: "the slope of the first example at the minimum",
        kappa: "the factor",
    },
    given={"curved": gt(a), "both_curved": gt(b)},
    then=eq(variance, kappa * (f.partial(x, x) + g.partial(x, x)) / 2),
    parameters=(a, b, c),
    constants=(kappa,),
    about="the second moments of the gradients of examples and the Hessian",
    scope="two examples, one weight, batches of one",
)
witness = {a: 3, b: 1, c: 1, x: Rational(1, 2), kappa: 1}


def refutation():
    return refute(claim, {a: 3, b: 1, c: 1, x: -1})
