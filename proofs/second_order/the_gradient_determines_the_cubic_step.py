"""x² and −x² agree at 0 in value and gradient, and cubic steps differ: no first-order rate.

A method of first order sees values and gradients. Cubic regularisation sees the Hessian too, and
its rate is one of second-order methods: among these it is optimal
(cubic-regularisation-is-optimal-among-second-order-methods). First-order methods without randomness
cannot have it: they need ε^(−12/7) gradients in the worst case, more than ε^(−3/2), even for
functions whose Hessian is Lipschitz too (Carmon, Duchi, Hinder & Sidford 2021).
"""

from provenscape.kernel import Claim, eq, function, gt, real, refute

x, s, t, M, nu = real("x s t M nu")
f = function("f", (x,), x**2)
g = function("g", (x,), -(x**2))

claim = Claim(
    id="the-gradient-determines-the-cubic-step",
    says="The rate of cubic regularisation is one of first-order methods: where two functions "
    "have the same value and gradient it makes the same step. Here s = 0 for x² and t for −x², "
    "at 0.",
    items={"O-92": "whole"},
    where={
        s: "the cubic step for x² at 0",
        t: "a cubic step for −x² at 0",
        M: "the constant of the cubic term",
        nu: ("the length of the step for −x²", r"\|t\|"),
    },
    given={
        "constant": gt(M),
        "same_value": eq(f(x), g(x)),
        "same_gradient": eq(f.partial(x), g.partial(x)),
        "first_step": eq((f.partial(x, x) + M * s / 2) * s, -f.partial(x)),
        "no_shorter": eq(M * nu, -2 * g.partial(x, x)),
        "length": eq(t**2, nu**2),
    },
    then=eq(s, t),
    about="what cubic regularisation needs of f",
    scope="on the line; a step s with (f'' + M|s|/2)s = −f' and f'' + M|s|/2 ≥ 0 is a minimiser",
)


def refutation():
    return refute(claim, {x: 0, s: 0, t: 4, M: 1, nu: 4})
