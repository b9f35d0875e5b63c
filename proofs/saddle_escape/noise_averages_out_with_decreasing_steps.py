"""On x² noisy descent with η = 1/(2(t + 1)) has the mean square s²/(4t) exactly, which tends to 0.

x⁺ = x − η(2x + w) = (t x − w/2)/(t + 1): the iterate is the mean of −w/2 over all steps so far.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, real
from provenscape.models.landscapes import get

bowl = get("bowl")
s, V, t = real("s V t")
eta = 1 / (2 * (t + 1))
factor = 1 - eta * bowl.hessian[0, 0]

claim = Claim(
    id="noise-averages-out-with-decreasing-steps",
    items=["E-40"],
    says="With step lengths 1/(2(t + 1)) noisy descent on x² has mean square distance s²/(4t) from "
    "the minimum after t steps: it converges.",
    given={"time": gt(t)},
    then=Invariant(
        eq(4 * t * V, s**2),
        start={t: 1, V: s**2 / 4},
        update={t: t + 1, V: factor**2 * V + eta**2 * s**2},
    ),
    scope="one coordinate of the bowl, independent noise of variance s² in the gradient; after the "
    "first step the start is forgotten",
)
witness = {s: 2, V: 1, t: 1}
mutants = [
    (
        "constant step",
        replace(
            claim,
            then=replace(claim.then, update={t: t + 1, V: V / 4 + s**2 / 16}),
        ),
    )
]


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": t / (t + 1)},
    )
    return induct(claim, base, step)
