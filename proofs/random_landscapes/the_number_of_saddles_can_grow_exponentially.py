"""Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d − 2^d − 1 saddles, at least 4 · 3^(d−2) for d ≥ 2.

Of the 3^d critical points 2^d are minima and one is a maximum (claim
sums-of-double-wells-have-binomially-many-points-of-each-index). With S = T − M − 1 the step is
3T − 2M − 1 − 3p = 3 (S − p) + (M − 4) + 6.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

total, minima, power = real("T M p")

claim = Claim(
    id="the-number-of-saddles-can-grow-exponentially",
    says="The number of saddles can grow exponentially with the dimension: a sum of d ≥ 2 double "
    "wells has 3^d − 2^d − 1 ≥ 4 · 3^(d−2) of them.",
    items={"O-23": "whole", "E-16": "instance"},
    where={
        total: ("three to the power d, the number of critical points", "3^d"),
        minima: ("two to the power d, the number of minima", "2^d"),
        power: ("four times three to the power d − 2", r"4\cdot3^{d-2}"),
    },
    given={},
    then=Invariant(
        (ge(minima, 4), ge(total - minima - 1, power)),
        start={total: 9, minima: 4, power: 4},
        update={total: 3 * total, minima: 2 * minima, power: 3 * power},
    ),
    scope="d ≥ 2; all critical points but the minima and one maximum",
)
witness = {}


def proof():
    wells = combine(claim.at_next_state(0), using={"invariant.0": 2}, squares=[(4, 1)])
    saddles = combine(
        claim.at_next_state(1), using={"invariant.1": 3, "invariant.0": 1}, squares=[(6, 1)]
    )
    return induct(claim, (None, None), (wells, saddles))
