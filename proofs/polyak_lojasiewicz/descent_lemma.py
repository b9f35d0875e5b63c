"""A gradient step of length 1/L decreases an L-smooth function by at least ‖∇f‖²/(2L).

Nesterov (2004), Section 1.2.3. The quadratic upper bound at x⁺ = x − ∇f(x)/L, where
⟨∇f(x), x⁺ − x⟩ = −‖∇f(x)‖²/L and ‖x⁺ − x‖² = ‖∇f(x)‖²/L².
"""

from provenscape.kernel import Claim, combine, eq, gt, le, real

L, f_x, f_next, grad2, inner, step2 = real("L f_x f_next grad2 inner step2")

claim = Claim(
    id="descent-lemma",
    says="On an L-smooth function a step of length 1/L gains at least ‖∇f‖²/(2L).",
    items={"O-51": "part descent"},
    where={
        L: "a Lipschitz constant of the gradient",
        f_x: ("the value at the iterate", "f(x)"),
        f_next: ("the value at the next one", "f(x^+)"),
        grad2: ("the squared gradient norm at the iterate", r"\|\nabla f(x)\|^2"),
        inner: ("the slope along the step", r"\langle \nabla f(x), x^+-x \rangle"),
        step2: ("the squared length of the step", r"\|x^+-x\|^2"),
    },
    given={
        "smooth": gt(L),
        "upper_bound": le(f_next, f_x + inner + L * step2 / 2),
        "step_along_gradient": eq(inner, -grad2 / L),
        "step_length": eq(step2, grad2 / L**2),
    },
    then=le(f_next, f_x - grad2 / (2 * L)),
    facts={"upper_bound": "quadratic-upper-bound"},
    tight=True,
    scope="every dimension",
)
witness = {L: 2, f_x: 5, f_next: 4, grad2: 4, inner: -2, step2: 1}
equality = witness
countermodels = {
    "upper_bound": witness | {f_next: 5},
    "step_along_gradient": witness | {inner: 0, f_next: 5},
    "step_length": witness | {step2: 4, f_next: 6},
}


def proof():
    return combine(
        claim, using={"upper_bound": 1, "step_along_gradient": -1, "step_length": -L / 2}
    )
