"""(1/2)¹⁰ᵐ ≤ 10⁻³ᵐ: a million independent fair signs are all positive with probability < 10⁻³⁰⁰⁰⁰⁰.

2¹⁰ = 1024 > 10³, so that ten more signs cost at least three more decimal places; m = 10⁵ gives
n = 10⁶ parameters, m = 10⁸ gives 10⁹.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

every, decimals = real("P t")  # P(10 m signs are all positive), 10³ᵐ

claim = Claim(
    id="a-million-independent-signs-are-never-all-positive",
    items=["L-23", "N-25"],
    says="n = 10⁶ independent fair signs are all positive with probability below 10⁻³⁰⁰⁰⁰⁰, and "
    "10⁹ of them with probability below one in ten to the 300 million.",
    given={},
    then=Invariant(
        le(every * decimals, 1),
        start={every: 1, decimals: 1},
        update={every: every / 1024, decimals: 1000 * decimals},
    ),
    scope="independent fair signs, m blocks of ten; the Hessians of a network are no such model",
)
witness = {every: 1, decimals: 1}
mutants = [
    (
        "four places for ten signs",
        replace(
            claim,
            then=replace(claim.then, update={every: every / 1024, decimals: 10_000 * decimals}),
        ),
    )
]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": law.update[decimals] / decimals / 1024},
        squares=[(1 - law.update[decimals] / decimals / 1024, 1)],
    )
    return induct(claim, base, step)
