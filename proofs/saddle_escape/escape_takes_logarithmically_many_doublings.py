"""k blocks of ⌈1/(ηγ)⌉ steps multiply the unstable component by at least 2^k.

So the number of steps to leave a strict saddle from |y₀| is at most ⌈1/(ηγ)⌉·⌈log₂(R/|y₀|)⌉, linear
in log(1/|y₀|). Exponential times need many saddles in a row (Du et al. 2017) or an exponentially
small |y₀|.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

block, first, distance, D = real("B y_0 y D")

claim = Claim(
    id="escape-takes-logarithmically-many-doublings",
    items=["N-37", "E-30"],
    says="Gradient descent passes the distance R from |y₀| after at most ⌈1/(ηγ)⌉·⌈log₂(R/|y₀|)⌉ "
    "steps.",
    given={"doubling_block": ge(block**2, 4)},
    then=Invariant(
        ge(distance**2, D * first**2),
        start={distance: first, D: 1},
        update={distance: block * distance, D: 4 * D},
    ),
    repairs="escape-takes-exponentially-many-steps",
    scope="quadratic saddle; D = 4^k after k blocks; a block of t ≥ 1/(ηγ) steps multiplies by B "
    "≥ 2, "
    "by growth-doubles-within-one-over-curvature-steps",
)
witness = {block: 2, first: 1, distance: 1, D: 1}
countermodels = {"doubling_block": witness | {block: 1}}


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    given = {**claim.given, "law": law.relation}
    step = combine(
        replace(claim, given=given, then=law.relation.subs(law.update)),
        using={"law": 4, "doubling_block": distance**2},
    )
    return induct(claim, base, step)
