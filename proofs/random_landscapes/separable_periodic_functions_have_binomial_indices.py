"""Σ gⱼ(xⱼ) with periodic gⱼ has C(n, k) N₀ critical points of index k, a share of C(n, k)/2ⁿ.

On each circle there are as many maxima as minima (claim
critical-points-on-a-circle-are-half-minima), m of either, so that the generating function
Σ N_k zᵏ is multiplied by m (1 + z) with each variable, and the number N₀ of minima by m. No
randomness is needed.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

z, generating, minima, power = real("z G N_0 p")  # Σ N_k zᵏ, N₀ and (1 + z)ⁿ
wells, peaks = real("m M")  # minima and maxima of the function of the next variable

claim = Claim(
    id="separable-periodic-functions-have-binomial-indices",
    items=["N-24", "N-25"],
    says="A sum of periodic functions of one variable each, nondegenerate, has C(n, k)/2ⁿ of its "
    "critical points of index k: minima are exactly 2⁻ⁿ of them.",
    given={"morse_on_the_circle": eq(wells, peaks)},
    then=Invariant(
        eq(generating, minima * power),
        start={generating: 1, minima: 1, power: 1},
        update={
            generating: generating * (wells + peaks * z),
            minima: minima * wells,
            power: power * (1 + z),
        },
    ),
    scope="every n; by the binomial theorem, and with z = 1 the total N₀ 2ⁿ. Without periods, as "
    "for double wells, wells and peaks differ in number",
)
witness = {z: 1, generating: 1, minima: 1, power: 1, wells: 1, peaks: 1}
countermodels = {"morse_on_the_circle": {**witness, wells: 2}}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": wells + peaks * z, "morse_on_the_circle": -minima * power * z},
    )
    return induct(claim, base, step)
