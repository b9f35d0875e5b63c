"""For one example with equal coordinates Adam and gradient descent go along the same line.

From 0 the first step of Adam, whatever its ε, is equal along both weights, and so is that of
descent, and of every later step by the symmetry of the two. With one weight there is one direction
for all methods.
"""

from sympy import exp, log

from provenscape.kernel import Claim, eq, function, ge, gt, real, refute

m, a, b, r, s, c, epsilon = real("m a b r s c epsilon")
f = function("f", (m,), log(1 + exp(-m)))
slope = f.partial(m, at=(0,))

claim = Claim(
    id="adam-finds-another-solution-on-every-data-set",
    says="With the logistic loss of a linear model Adam finds another solution than gradient "
    "descent: from 0 its first step on an example (a, b) is not along that of descent.",
    items={"O-74": "whole"},
    where={
        m: "the margin",
        (a, b): "the coordinates of the example, its label multiplied in",
        (r, s): "the roots of the second moments, bias corrected",
        c: "the step length",
        epsilon: "the constant in the denominator",
    },
    given={
        "first_input": gt(a),
        "second_input": gt(b),
        "first_root": gt(r),
        "second_root": gt(s),
        "first_square": eq(r**2, (slope * a) ** 2),
        "second_square": eq(s**2, (slope * b) ** 2),
        "step": gt(c),
        "constant": ge(epsilon),
    },
    then=gt((b * c * slope * a / (r + epsilon) - a * c * slope * b / (s + epsilon)) ** 2),
    scope="one example of two coordinates",
)
witness = {a: 2, b: 2, r: 1, s: 1, c: 1, epsilon: 0}


def refutation():
    return refute(claim, witness)
