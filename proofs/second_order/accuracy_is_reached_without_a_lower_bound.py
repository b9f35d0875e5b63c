"""On f(x) = x no step of any method makes the gradient smaller: a lower bound of f is missing.

Its derivative is 1 everywhere. All Lipschitz constants of it are met, perturbations are not even
made as long as the gradient is longer than ε < 1, and cubic regularisation with any M > 0 goes on
by √(2/M) a step for ever. f(x) = x is also a strict saddle function in the sense of the post, since
its gradient is large at every point, and it has no local minimum.
"""

from sympy import Rational

from provenscape.kernel import Claim, function, gt, le, real, refute

x, a, b, eps = real("x a b epsilon")
f = function("f", (x,), x)

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
    scope="f(x) = x",
)


def refutation():
    return refute(claim, {eps: Rational(1, 2)})
