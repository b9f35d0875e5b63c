"""If f ≥ f* and each of k epochs lowers f by Φ at least, then kΦ ≤ f(x₀) − f*.

So on a function that is bounded below perturbed descent meets at most (f(x₀) − f*)/Φ points that
are not second-order stationary; on x² − y² there is no such bound. That each epoch gains Φ ~
√(ε³/ρ) with high probability is Jin et al. (2017), for Lipschitz gradient and Hessian.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

f, f_next, first, k, Phi = real("f f_next f_0 k Phi")

claim = Claim(
    id="a-lower-bound-makes-stuck-epochs-few",
    items=["N-32", "O-38", "O-39"],
    says="If every epoch that does not end at an approximate second-order stationary point lowers "
    "f by Φ, then k of them lower it by kΦ: on a function bounded below there are at most "
    "(f(x₀) − f*)/Φ, and descent with perturbations reaches such a point.",
    given={"gain": le(f_next, f - Phi)},
    then=Invariant(le(k * Phi, first - f), start={f: first, k: 0}, update={f: f_next, k: k + 1}),
    repairs="the-strict-saddle-property-lets-noisy-descent-converge",
    scope="the gain of an epoch is a hypothesis; with f ≥ f* at every state, k ≤ (f(x₀) − f*)/Φ; a "
    "local minimum is then near if the function is strict saddle with constants (E-32)",
)
witness = {f: 1, f_next: 0, first: 1, k: 0, Phi: 1}
countermodels = {"gain": witness | {f_next: 1}}


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "gain": 1},
    )
    return induct(claim, base, step)
