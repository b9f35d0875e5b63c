"""On f(x) = x + arctan x no point at all has |f'| ≤ 1: a lower bound of f is missing.

Its derivative 1 + 1/(1 + x²) is above 1 everywhere. Its gradient is 1-Lipschitz, and M = 2 is the
least Lipschitz constant of its Hessian, so that the cubic model with M has a minimum. Perturbations
are not even made as long as the gradient is longer than ε. f is also a strict saddle function in
the sense of the post, since its gradient is large at every point, and it has no local minimum. The
bounds that the article relies on have f(x₀) − f* in them.
"""

from sympy import Rational, atan

from provenscape.kernel import Claim, function, gt, le, real, refute

x, a, b, eps = real("x a b epsilon")
f = function("f", (x,), x + atan(x))

claim = Claim(
    id="accuracy-is-reached-without-a-lower-bound",
    says="On every function with Lipschitz gradient and Hessian, bounded below or not, descent, "
    "perturbed descent and second-order methods come to a point with ‖∇f‖ ≤ ε, for every ε > 0.",
    items={
        "O-76": "whole",
        "O-77": "whole",
        "O-78": "whole",
        "O-79": "whole",
        "E-34": "whole",
    },
    where={
        (a, b): "positive numbers, of which an iterate is the difference",
        eps: "the accuracy asked of the gradient",
    },
    given={"accuracy": gt(eps)},
    then=le(f.partial(x, at=(a - b,)), eps),
    parameters=(eps,),
    constants=(a, b),
    about="the number of steps of descent and of second-order methods",
    scope="f(x) = x + arctan x",
)


def refutation():
    return refute(claim, {eps: Rational(1, 2)})
