"""In a flat region the velocity of momentum is v₀β^t after t steps.

Plain gradient descent stops there at once; momentum remembers, but forgets at the rate β.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

beta, v, B, first = real("beta v B v_0")

claim = Claim(
    id="velocity-decays-geometrically-in-a-flat-region",
    items=["L-30"],
    says="With momentum the velocity in a flat region is v₀β^t: it decays, slowly if β is near 1, "
    "while plain descent stops at once.",
    given={},
    then=Invariant(eq(v, first * B), start={v: first, B: 1}, update={v: beta * v, B: beta * B}),
    repairs="velocity-stays-high-in-a-flat-region",
    scope="B = β^t; the region is exactly flat, ∇J = 0",
)
witness = {beta: 1, v: 1, B: 1, first: 1}


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": beta},
    )
    return induct(claim, base, step)
