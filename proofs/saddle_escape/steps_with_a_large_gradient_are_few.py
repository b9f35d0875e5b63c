"""Descent with step 1/L makes at most 2LΔ/ε² steps at which ‖∇f‖ ≥ ε.

Each lowers f by ε²/(2L) at least, and f can fall by Δ = f(x₀) − f* in all. LΔ/ε² is homogeneous: it
is the same for af(x/b). Jin et al. (2017) reach second-order points within a factor log⁴(dLΔ/(ε²δ))
of it, where the notes have L²Δ/ε⁴ · log(n/δ).
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, eps, f, f_next, first, floor = real("L epsilon f f_next f_0 f_star")
grad2, k, large = real("grad2 k large")

claim = Claim(
    id="steps-with-a-large-gradient-are-few",
    says="On an L-smooth f with f ≥ f* gradient descent with step 1/L makes at most "
    "2L(f(x₀) − f*)/ε² steps from points with ‖∇f‖ ≥ ε > 0.",
    items={"N-39": "part large-gradient-steps", "O-35": "part large-gradient-steps"},
    where={
        L: "a Lipschitz constant of the gradient",
        eps: "the threshold ε of the gradient norm",
        f: ("the value after t steps", "f(x_t)"),
        f_next: ("the value after one more", "f(x_{t+1})"),
        first: ("the value at the start", "f(x_0)"),
        floor: ("a lower bound of f", "f^*"),
        grad2: ("the squared gradient norm before that step", r"\|\nabla f(x_t)\|^2"),
        large: "1 if that step is counted as one from a point with ‖∇f‖ ≥ ε, 0 if not",
        k: "the number of steps counted so far",
    },
    given={
        "smooth": gt(L),
        "descent": le(f_next, f - grad2 / (2 * L)),
        "square": ge(grad2),
        "large_gradient": ge(grad2, large * eps**2),
        "bounded_below": ge(f_next, floor),
    },
    then=Invariant(
        (le(k * eps**2, 2 * L * (first - f)), le(k * eps**2, 2 * L * (first - floor))),
        start={f: first, k: 0},
        update={f: f_next, k: k + large},
    ),
    facts={"descent": "quadratic-upper-bound"},
    scope="every dimension",
)
witness = [
    {L: 1, eps: 1, first: 3, f_next: 2, grad2: 2, floor: 0, large: 1},
    {f_next: 1},
    {f_next: 0},
]
countermodels = {
    "descent": [witness[0] | {f_next: 3}, {f_next: 2}],
    "large_gradient": [witness[0] | {grad2: 0, f_next: 3}, {grad2: 1, f_next: 2}],
    "bounded_below": [witness[0] | {floor: 3}, {f_next: 1}],
}


def proof():
    fall = {"invariant.0": 1, "descent": 2 * L, "large_gradient": 1}
    base = combine(
        claim.at_start(1),
        using={"descent": 2 * L, "square": 1, "bounded_below": 2 * L},
    )
    steps = (
        combine(claim.at_next_state(0), using=fall),
        combine(claim.at_next_state(1), using={**fall, "bounded_below": 2 * L}),
    )
    return induct(claim, (None, base), steps)
