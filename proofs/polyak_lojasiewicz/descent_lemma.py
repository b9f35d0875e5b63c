"""A gradient step of length 1/L decreases an L-smooth function by at least ‖∇f‖²/(2L).

Nesterov (2004), Section 1.2.3. The quadratic upper bound at x⁺ = x − ∇f(x)/L, where
⟨∇f(x), x⁺ − x⟩ = −‖∇f(x)‖²/L and ‖x⁺ − x‖² = ‖∇f(x)‖²/L².
"""

from provenscape.kernel import Claim, combine, eq, gt, le, real

L, f, f_next, grad2 = real("L f f_next grad2")  # f(x), f(x⁺), ‖∇f(x)‖²
inner, step2 = real("inner step2")  # ⟨∇f(x), x⁺ − x⟩, ‖x⁺ − x‖²

claim = Claim(
    id="descent-lemma",
    items=["O-51"],
    says="On an L-smooth function a step of length 1/L gains at least ‖∇f‖²/(2L).",
    given={
        "smooth": gt(L),
        "upper_bound": le(f_next, f + inner + L * step2 / 2),
        "step_along_gradient": eq(inner, -grad2 / L),
        "step_length": eq(step2, grad2 / L**2),
    },
    then=le(f_next, f - grad2 / (2 * L)),
    tight=True,
    scope="the quadratic upper bound of L-smooth functions is the hypothesis",
)
witness = {L: 2, f: 5, f_next: 4, grad2: 4, inner: -2, step2: 1}
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
