"""From a start with y = 0 and velocity 0 momentum on x² − y² keeps y = 0 and v_y = 0 for ever.

(y, v) ← (y − η(βv − 2y), βv − 2y) is linear: y² + v² = 0 is kept. The update is odd in y, so that
no memory of earlier steps can break the symmetry; the same holds for Adam and for warm-up.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, induct, le, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
y = saddle.variables[1]
eta, beta, v = real("eta beta v")
next_v = beta * v + saddle.gradient[1]
next_y = y - eta * next_v

claim = Claim(
    id="momentum-stays-on-the-stable-axis",
    items=["L-33", "E-15", "L-47"],
    says="Momentum without noise does not leave the stable axis of x² − y²: if y and its velocity "
    "are 0, they stay 0, for every step length and every β.",
    given={},
    then=Invariant(le(y**2 + v**2, 0), start={y: 0, v: 0}, update={y: next_y, v: next_v}),
    scope="heavy ball as in the module: v ← βv + ∇J, θ ← θ − ηv",
)
witness = {eta: 1, beta: 1, y: 0, v: 0}
mutants = [
    (
        "started off the axis",
        replace(claim, then=replace(claim.then, start={y: 1, v: 0})),
    )
]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    a, b = 1 + 2 * eta, eta * beta  # y⁺ = a y − b v, v⁺ = −2 y + β v
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": a**2 + b**2 + 4 + beta**2},
        squares=[(1, b * y + a * v), (1, beta * y + 2 * v)],
    )
    return induct(claim, base, step)
