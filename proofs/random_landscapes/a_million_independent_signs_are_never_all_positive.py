"""(1/2)¹⁰ᵐ < 10⁻³ᵐ: a million independent fair signs are all positive with probability < 10⁻³⁰⁰⁰⁰⁰.

2¹⁰ = 1024 > 10³, so that ten more signs cost more than three decimal places; m = 10⁵ gives n = 10⁶
parameters, m = 10⁸ gives 10⁹.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, induct, lt, real

every, decimals = real("P t")

claim = Claim(
    id="a-million-independent-signs-are-never-all-positive",
    says="10m independent fair signs are all positive with probability below 10⁻³ᵐ: a million of "
    "them below 10⁻³⁰⁰⁰⁰⁰, and 10⁹ below one in ten to the 300 million.",
    items={"L-23": "instance"},
    where={
        every: "the probability that 10m independent fair signs are all positive, m = 1, 2, …",
        decimals: ("10 to the power 3m", "10^{3m}"),
    },
    given={},
    then=Invariant(
        lt(every * decimals, 1),
        start={every: Rational(1, 1024), decimals: 1000},
        update={every: every / 1024, decimals: 1000 * decimals},
    ),
    scope="independent fair signs, in blocks of ten; no Hessian of a network",
)
witness = {}
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
    factor = claim.then.update[decimals] / decimals / 1024
    step = combine(claim.at_next_state(), using={"invariant": factor}, squares=[(1 - factor, 1)])
    return induct(claim, None, step)
