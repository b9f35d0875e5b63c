"""From a start with y = 0 Adam on x² − y² keeps y = 0: its moments along y are 0 at every step.

The update is −c·m with m ← β₁m + (1 − β₁)∂f/∂y and a positive factor c = η/(√v̂ + ε) that may
change from step to step; (y, m) = (0, 0) is kept whatever c is.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, induct, le, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
y = saddle.variables[1]
c, beta, m = real("c beta_1 m")
next_m = beta * m + (1 - beta) * saddle.gradient[1]
next_y = y - c * next_m

claim = Claim(
    id="adam-stays-on-the-stable-axis",
    items=["L-04", "L-47", "E-15"],
    says="Adam without noise does not leave the stable axis of x² − y²: from y = 0 it never gets "
    "off "
    "that axis, any more than plain descent does.",
    given={},
    then=Invariant(le(y**2 + m**2, 0), start={y: 0, m: 0}, update={y: next_y, m: next_m}),
    scope="any factors c = η/(√v̂ + ε), with or without bias correction",
)
witness = {c: 1, beta: 1, y: 0, m: 0}
mutants = [
    ("started off the axis", replace(claim, then=replace(claim.then, start={y: 1, m: 0}))),
]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    k = -2 * (1 - beta)  # m⁺ = k y + β m, y⁺ = (1 − ck) y − cβ m
    a, b = 1 - c * k, c * beta
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": a**2 + b**2 + k**2 + beta**2},
        squares=[(1, b * y + a * m), (1, beta * y - k * m)],
    )
    return induct(claim, base, step)
