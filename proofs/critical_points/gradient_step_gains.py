"""Where ∇f ≠ 0, a step 0 < η < 2/L on an L-smooth function strictly decreases it.

The gain is at least η(1 − Lη/2)‖∇f‖². Nesterov (2004), Section 1.2.3.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le, lt, real

L, eta, f, f_next, grad2 = real("L eta f f_next grad2")
inner, step2 = real("inner step2")

claim = Claim(
    id="gradient-step-gains",
    says="Where the gradient is not zero, a step shorter than 2/L decreases the function, by at "
    "least η(1 − Lη/2)‖∇f‖².",
    items={"E-04": "whole"},
    where={
        L: "a Lipschitz constant of the gradient on an open convex set that holds the step",
        eta: "the step length",
        f: ("the value at the point", "f(x)"),
        f_next: ("the value after the step", "f(x^+)"),
        grad2: ("the squared gradient norm at the point", r"\|\nabla f(x)\|^2"),
        inner: (
            "the inner product of gradient and step",
            r"\langle\nabla f(x), x^+-x\rangle",
        ),
        step2: ("the squared length of the step", r"\|x^+-x\|^2"),
    },
    given={
        "not_stationary": gt(grad2),
        "step": gt(eta),
        "short_step": lt(L * eta, 2),
        "upper_bound": le(f_next, f + inner + L * step2 / 2),
        "along_gradient": eq(inner, -eta * grad2),
        "step_length": eq(step2, eta**2 * grad2),
    },
    then=(lt(f_next, f), le(f_next, f - eta * (1 - L * eta / 2) * grad2)),
    facts={"upper_bound": "quadratic-upper-bound"},
    scope="every dimension",
)
witness = {L: 1, eta: 1, f: 1, f_next: Rational(1, 2), grad2: 1, inner: -1, step2: 1}
flat = {L: 1, eta: 1, f: 1, f_next: 1, grad2: 0, inner: 0, step2: 0}
countermodels = {
    "not_stationary": flat,
    "step": witness | {eta: 0, f_next: 1, inner: 0, step2: 0},
    "short_step": witness | {eta: 3, f_next: 2, inner: -3, step2: 9},
    "upper_bound": witness | {f_next: 2},
    "along_gradient": witness | {inner: 1, f_next: 2},
    "step_length": witness | {step2: 9, f_next: 2},
}


def proof():
    expansion = {"upper_bound": 1, "along_gradient": -1, "step_length": -L / 2}
    strict = combine(claim.part(0), using={**expansion, "short_step": eta * grad2 / 2})
    return conjoin(claim, [strict, combine(claim.part(1), using=expansion)])
