"""If f is bounded below, a method that gains in the mean away from minima is seldom there.

Ge, Huang, Jin & Yuan (2015) show that noisy descent gains in the mean, over a bounded number of
steps, where the gradient is large or an eigenvalue is clearly negative; near a minimum it may lose,
since it is noisy. Summed over N epochs, and with E f ≥ f*, this bounds how many of them begin away
from the third alternative, near a local minimum.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

F, F_next, first, N, T = real("F F_next f_0 N T")
gain, loss, away = real("Phi psi a")
relation = ge((first - F) + N * loss - T * (gain + loss))

claim = Claim(
    id="a-lower-bound-limits-the-time-away-from-minima",
    items=["E-35", "E-44"],
    says="For a strict saddle function that is bounded below, and a method whose epochs gain Φ in "
    "the mean wherever the gradient is large or an eigenvalue clearly negative and lose ψ at most "
    "elsewhere, of N epochs (f(x₀) − f* + Nψ)/(Φ + ψ) at most are expected to begin there: if ψ is "
    "small beside Φ, few.",
    given={"progress": le(F_next, F - away * gain + (1 - away) * loss)},
    then=Invariant(
        relation,
        start={F: first, N: 0, T: 0},
        update={F: F_next, N: N + 1, T: T + away},
    ),
    repairs="noisy-descent-finds-a-minimum-of-every-strict-saddle-function",
    scope="F = E f after N epochs and T = expected number of those begun away from minima, a the "
    "probability of that at one epoch; F ≥ f* and Φ + ψ > 0 give the bound on T. Gain and loss are "
    "hypotheses: Ge et al. (2015) prove them for bounded smooth f with Lipschitz Hessian and "
    "noise in every direction",
)
witness = {F: 1, F_next: 0, first: 1, N: 0, T: 0, gain: 1, loss: 1, away: 1}
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
