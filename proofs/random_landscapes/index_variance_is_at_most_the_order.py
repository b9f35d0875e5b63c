"""The index of a symmetric matrix with independent entries has variance at most n.

Reveal the entries row by row, aᵢⱼ with j ≤ i at step i. The conditional mean of the index is a
martingale, whose steps have absolute value at most 1 (claim one-row-moves-the-index-by-at-most-one)
and are uncorrelated: each adds at most 1 to the variance.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

variance, rows, step_square = real("V n D2")  # E(step²) of the row revealed next

claim = Claim(
    id="index-variance-is-at-most-the-order",
    items=["N-99"],
    says="The number of negative eigenvalues of an n × n symmetric matrix with independent entries "
    "has variance at most n.",
    given={"bounded_step": le(step_square, 1)},
    then=Invariant(
        le(variance, rows),
        start={variance: 0, rows: 0},
        update={variance: variance + step_square, rows: rows + 1},
    ),
    scope="every n, any independent entries; martingale steps are uncorrelated. The Gaussian "
    "orthogonal ensemble has a variance that grows with log n alone",
)
witness = {variance: 0, rows: 0, step_square: 1}
countermodels = {"bounded_step": {variance: 0, rows: 0, step_square: 2}}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "bounded_step": 1},
    )
    return induct(claim, base, step)
