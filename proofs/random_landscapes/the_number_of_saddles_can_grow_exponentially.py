"""Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d − 2^d − 1 saddles, at least 4 · 3^(d−2) for d ≥ 2.

Each coordinate of a critical point is one of the three of x⁴ − 2x²: 3^d in all, 2^d with every
coordinate at a well, and one with every coordinate at the maximum; the others are saddles. With S =
T − M − 1 the step is 3T − 2M − 1 − 3p = 3 (S − p) + (M − 4) + 6.
"""

from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Roots,
    combine,
    conjoin,
    function,
    ge,
    induct,
    inertia,
    real,
    roots,
)

x, total, minima, power = real("x T M p")
f = function("f", (x,), x**4 - 2 * x**2)
kinds = {(-1,): (1, 0, 0), (0,): (0, 1, 0), (1,): (1, 0, 0)}

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
    then=(
        Roots(f.gradient(), (x,), tuple(kinds)),
        *(Inertia(f.hessian(at), *counts) for at, counts in kinds.items()),
        Invariant(
            (ge(minima, 4), ge(total - minima - 1, power)),
            start={total: 9, minima: 4, power: 4},
            update={total: 3 * total, minima: 2 * minima, power: 3 * power},
        ),
    ),
    scope="d ≥ 2; f is one variable of a sum without mixed terms; all critical points but the "
    "minima and one maximum",
)
witness = {}


def proof():
    growth = claim.part(4)
    wells = combine(growth.at_next_state(0), using={"invariant.0": 2}, squares=[(4, 1)])
    saddles = combine(
        growth.at_next_state(1), using={"invariant.1": 3, "invariant.0": 1}, squares=[(6, 1)]
    )
    grown = induct(growth, (None, None), (wells, saddles))
    listed = roots(claim.part(0), {x: (f.partial(x), (1,))})
    return conjoin(claim, [listed, *(inertia(claim.part(i)) for i in (1, 2, 3)), grown])
