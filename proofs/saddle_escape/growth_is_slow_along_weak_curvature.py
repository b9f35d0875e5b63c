"""From growth 1 + s a step, t steps multiply by at most 1/(1 − st) as long as st < 1.

So no doubling happens in fewer than 1/(2s) steps: with
growth-doubles-within-one-over-curvature-steps the doubling time lies between 1/(2ηγ) and ⌈1/(ηγ)⌉,
inversely proportional to the curvature.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

s, t, P = real("s t P")

claim = Claim(
    id="growth-is-slow-along-weak-curvature",
    items=["E-30", "O-38", "N-36", "L-26"],
    says="A component that is multiplied by 1 + s at each step grows by at most 1/(1 − st) in "
    "t < 1/s steps, so that it does not double in fewer than 1/(2s).",
    given={"steps_made": ge(t), "size": ge(P)},
    then=Invariant(le(P * (1 - s * t), 1), start={P: 1, t: 0}, update={P: (1 + s) * P, t: t + 1}),
    scope="s = ηγ for gradient descent along an eigenvector for −γ; P = (1 + s)^t",
)
witness = {s: 1, t: 0, P: 1}


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "steps_made": s**2 * P, "size": s**2},
    )
    return induct(claim, base, step)
