"""On f(x) = x + arctan x cubic steps reach no point with |f'| ≤ 1: a lower bound is missing.

Its derivative 1 + 1/(1 + x²) is above 1 everywhere. Its gradient is 1-Lipschitz, and M = 2 is the
least Lipschitz constant of its Hessian, so that the cubic model with M has a minimum and the
iteration goes on for ever. The sentence names the constant and no other hypothesis. The bounds that
the article relies on have f(x₀) − f* in them; where the rates of descent and of perturbed descent
are compared, a lower bound is taken as understood, and is a hypothesis of the claims.
"""

from sympy import Rational, atan

from provenscape.kernel import Claim, function, gt, le, real, refute

x, a, b, eps = real("x a b epsilon")
f = function("f", (x,), x + atan(x))

claim = Claim(
    id="accuracy-is-reached-without-a-lower-bound",
    says="On every function with M-Lipschitz Hessian, bounded below or not, cubic regularisation "
    "reaches a point with ‖∇f‖ ≤ ε, for every ε > 0.",
    items={"O-76": "whole"},
    where={
        (a, b): "positive numbers, of which an iterate is the difference",
        eps: "the accuracy asked of the gradient",
    },
    given={"accuracy": gt(eps)},
    then=le(f.partial(x, at=(a - b,)), eps),
    parameters=(eps,),
    constants=(a, b),
    about="the number of steps of cubic regularisation",
    scope="f(x) = x + arctan x; M = 2",
)


def refutation():
    return refute(claim, {eps: Rational(1, 2)})
