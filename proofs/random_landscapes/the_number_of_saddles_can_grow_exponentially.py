"""Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d − 2^d − 1 saddles, at least 4 · 3^(d−2) for d ≥ 2.

Of the 3^d critical points 2^d are minima and one is a maximum (claim
sums-of-double-wells-have-binomially-many-points-of-each-index). With one more variable S becomes
3^(d+1) − 2^(d+1) − 1 = 3S + 2^d + 2.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

saddles, power, minima = real("S p m")  # 3^d − 2^d − 1, 4 · 3^(d−2) and 2^d

claim = Claim(
    id="the-number-of-saddles-can-grow-exponentially",
    items=["O-23", "E-16"],
    says="The number of saddles can grow exponentially with the dimension: a sum of d double wells "
    "has 3^d − 2^d − 1 ≥ 4 · 3^(d−2) of them.",
    given={"minima": ge(minima)},
    then=Invariant(
        ge(saddles, power),
        start={saddles: 4, power: 4},
        update={saddles: 3 * saddles + minima + 2, power: 3 * power},
    ),
    scope="d ≥ 2; other objectives have few saddles or none",
)
witness = {saddles: 4, power: 4, minima: 4}
countermodels = {"minima": {saddles: 4, power: 4, minima: -3}}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 3, "minima": 1},
        squares=[(2, 1)],
    )
    return induct(claim, base, step)
