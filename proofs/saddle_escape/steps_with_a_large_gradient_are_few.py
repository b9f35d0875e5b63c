"""Descent with step 1/L makes at most 2LΔ/ε² steps at which ‖∇f‖ ≥ ε.

Each lowers f by ε²/(2L) at least, and f can fall by Δ = f(x₀) − f* in all. LΔ/ε² is homogeneous: it
is the same for af(x/b). Jin et al. (2017) reach second-order points within a factor log⁴(dLΔ/(ε²δ))
of it, where the notes have L²Δ/ε⁴ · log(n/δ).
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, eps, f, f_next, first, grad2, k = real("L epsilon f f_next f_0 grad2 k")

claim = Claim(
    id="steps-with-a-large-gradient-are-few",
    items=["N-39", "O-35", "O-37"],
    says="Gradient descent with step 1/L makes at most 2LΔ/ε² steps from points with ‖∇f‖ ≥ ε.",
    given={
        "smooth": gt(L),
        "descent": le(f_next, f - grad2 / (2 * L)),
        "large_gradient": ge(grad2, eps**2),
    },
    then=Invariant(
        le(k * eps**2, 2 * L * (first - f)), start={f: first, k: 0}, update={f: f_next, k: k + 1}
    ),
    repairs="notes-bound-suffices-for-perturbed-descent",
    scope="the first-order part, k steps from points with a large gradient, and f ≥ f*; the "
    "second-order part with its factor log⁴(dLΔ/(ε²δ)) is Jin et al. (2017)",
)
witness = {L: 1, eps: 1, f: 1, first: 1, f_next: 0, grad2: 1, k: 0}
countermodels = {
    "descent": witness | {f_next: 1},
    "large_gradient": witness | {grad2: 0, f_next: 1},
}


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "descent": 2 * L, "large_gradient": 1},
    )
    return induct(claim, base, step)
