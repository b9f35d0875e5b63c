"""On x²/2 descent takes one step and cubic regularisation more: what is faster is a bound.

Let f(x) = x²/2 for |x| ≤ 1, with f'' falling from 1 to 0 at the rate 1 outside: gradient and
Hessian are 1-Lipschitz, with no smaller constants. From x₀ = 1 the descent step of length 1 leads
to the minimum. The cubic step with M = 1 leads to 2 − √3, where the gradient is above 1/4. Rates
are of the worst function, where cubic regularisation is faster (claim
cubic-regularisation-is-faster-on-the-worst-function), in steps, each of which costs a Hessian and
its eigenvectors. No sentence says that it is so on every function: this is for the reader who takes
one to.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, eq, function, ge, gt, le, real, refute

x, L, M, start, cubic, eps = real("x L M x_0 c epsilon")
f = function("f", (x,), x**2 / 2)
descent = start - f.partial(x, at=(start,)) / L
s = start - cubic

claim = Claim(
    id="cubic-steps-are-fewer-on-every-function",
    says="Cubic regularisation comes to a small gradient in fewer steps than descent, whatever "
    "the function: where one step of descent gives |f'| ≤ ε, one cubic step does.",
    items={},
    where={
        L: "the Lipschitz constant of the gradient",
        M: "the Lipschitz constant of the Hessian",
        start: "the start",
        cubic: "where the cubic step leads to",
        eps: "the accuracy",
    },
    given={
        "smooth": eq(L, f.partial(x, x, at=(start,))),
        "constant": gt(M),
        "start": gt(start),
        "on_the_parabola": le(start, 1),
        "cubic_step": eq(f.partial(x, at=(start,)) - L * s - M * s**2 / 2),
        "ahead": ge(s),
        "descent_arrives": le(f.partial(x, at=(descent,)) ** 2, eps**2),
    },
    then=le(f.partial(x, at=(cubic,)) ** 2, eps**2),
    about="the steps of descent and of cubic regularisation to a small gradient",
    scope="x²/2 for |x| ≤ 1, with f'' falling to 0 at the rate 1 outside",
)


def refutation():
    return refute(claim, {start: 1, L: 1, M: 1, cubic: 2 - sqrt(3), eps: Rational(1, 4)})
