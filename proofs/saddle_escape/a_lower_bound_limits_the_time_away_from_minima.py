"""If f is bounded below, steps that gain Φ in the mean are at most (f(x₀) − f*)/Φ in number.

Ge, Huang, Jin & Yuan (2015) show that noisy descent gains in the mean, over a bounded number of
steps, where the gradient is large or an eigenvalue is clearly negative. Summed over the run, and
with E f ≥ f*, this bounds how long it can be away from the third alternative: near a local minimum.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

F, F_next, first, T, gain, away = real("F F_next f_0 T Phi a")
relation = ge((first - F) - T * gain)

claim = Claim(
    id="a-lower-bound-limits-the-time-away-from-minima",
    items=["E-35", "E-44"],
    says="For a strict saddle function that is bounded below, and a method whose epochs gain Φ in "
    "the mean wherever the gradient is large or an eigenvalue clearly negative and never lose "
    "elsewhere, the expected number of such epochs is at most (f(x₀) − f*)/Φ.",
    given={
        "progress": le(F_next, F - away * gain),
    },
    then=Invariant(relation, start={F: first, T: 0}, update={F: F_next, T: T + away}),
    repairs="noisy-descent-finds-a-minimum-of-every-strict-saddle-function",
    scope="F = E f and T = expected number of epochs begun away from minima, a the probability of "
    "that at one epoch; F ≥ f* and Φ > 0 give the bound on T. The gain is a hypothesis: Ge et al. "
    "(2015) prove it for bounded smooth f with Lipschitz Hessian and noise in every direction, and "
    "near a minimum bound the loss",
)
witness = {F: 1, F_next: 0, first: 1, T: 0, gain: 1, away: 1}
countermodels = {"progress": witness | {F_next: 1}}


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "progress": 1},
    )
    return induct(claim, base, step)
