"""From growth 1 + s a step, t ≥ 1/s steps double: (1 + s)^t ≥ 1 + st.

Bernoulli's inequality, by induction. k such blocks multiply by 2^k, so that a component |y₀| passes
R after at most ⌈1/s⌉·⌈log₂(R/|y₀|)⌉ steps.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real

s, t, P = real("s t P")

claim = Claim(
    id="growth-doubles-within-one-over-curvature-steps",
    items=["N-37", "E-30", "O-38", "O-06", "N-36"],
    says="A component that is multiplied by 1 + s at each step has grown by 1 + st after t steps, "
    "so that it doubles within 1/s steps.",
    given={"growth": gt(s), "steps_made": ge(t)},
    then=Invariant(ge(P, 1 + s * t), start={P: 1, t: 0}, update={P: (1 + s) * P, t: t + 1}),
    scope="s = ηγ for gradient descent along an eigenvector for −γ",
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
        using={"law": 1 + s, "steps_made": s**2},
    )
    return induct(claim, base, step)
