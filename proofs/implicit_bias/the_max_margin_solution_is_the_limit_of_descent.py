"""A limit of descent is stationary, and the max-margin vector is not: the slope at margin 1 is < 0.

If w_t → ŵ with constant steps, the steps η∇f(w_t) tend to 0, so that ∇f(ŵ) = 0. For one example
the vector of least length with margin 1 is x/|x|², and along it the slope of the logistic loss at
the margin m is f′(m) = −1/(1 + e^m), negative at every m: whatever length is meant, no multiple of
the max-margin vector is a limit, and for separable data there is no limit at all.
"""

from sympy import exp, log

from provenscape.kernel import Claim, eq, function, gt, real, refute

m, length = real("m M")
f = function("f", (m,), log(1 + exp(-m)))

claim = Claim(
    id="the-max-margin-solution-is-the-limit-of-descent",
    says="Gradient descent on a linear model with the logistic loss converges to the max-margin "
    "solution: the loss of an example is stationary at a margin M > 0 of that solution.",
    items={"O-73": "whole"},
    where={
        m: "the margin of the example",
        length: "its margin at the solution: 1, or another by the length of the solution",
    },
    given={"classified": gt(length)},
    then=eq(f.partial(m, at=(length,))),
    about="the limit of descent on the logistic loss of a linear model",
    scope="one example",
)
witness = {length: 1}


def refutation():
    return refute(claim, {length: 1})
