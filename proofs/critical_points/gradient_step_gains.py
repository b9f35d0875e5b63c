"""Where ∇f ≠ 0, a step 0 < η < 2/L on an L-smooth function strictly decreases it.

The gain is at least η(1 − Lη/2)‖∇f‖². Nesterov (2004), Section 1.2.3.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, le, lt, real

L, eta, f, f_next, grad2 = real("L eta f f_next grad2")
inner, step2 = real("inner step2")  # ⟨∇f(x), x⁺ − x⟩ and ‖x⁺ − x‖²

claim = Claim(
    id="gradient-step-gains",
    items=["E-04", "O-02"],
    says="Where the gradient is not zero, every step shorter than 2/L decreases the function.",
    given={
        "not_stationary": gt(grad2),
        "step": gt(eta),
        "short_step": gt(2 - L * eta),
        "upper_bound": le(f_next, f + inner + L * step2 / 2),
        "along_gradient": eq(inner, -eta * grad2),
        "step_length": eq(step2, eta**2 * grad2),
    },
    then=lt(f_next, f),
    scope="L bounds ∇²f on the segment of the step; a smooth f has such an L near every point",
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
    return combine(
        claim,
        using={
            "upper_bound": 1,
            "along_gradient": -1,
            "step_length": -L / 2,
            "short_step": eta * grad2 / 2,
        },
    )
