"""Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d − 2^d − 1 saddles, C(d, k) 2^(d−k) points of index k.

Each coordinate of a critical point is one of the three of x⁴ − 2x², and the index is the number of
coordinates at its maximum: with one more variable each point gives two of its index and one of the
next, so that the generating function Σ N_k zᵏ is multiplied by 2 + z. Its coefficients are those of
(2 + z)^d. There are 3^d points, 2^d of them minima, a share of (2/3)^d, and one a maximum; the
others are saddles. With S = T − M − 1 the step is 3T − 2M − 1 − 3p = 3 (S − p) + (M − 4) + 6.
"""

from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Roots,
    combine,
    conjoin,
    eq,
    function,
    ge,
    induct,
    inertia,
    real,
    roots,
)

x, z = real("x z")
generating, form, total, minima, power = real("G q T M p")
f = function("f", (x,), x**4 - 2 * x**2)
kinds = {(-1,): (1, 0, 0), (0,): (0, 1, 0), (1,): (1, 0, 0)}
with_index = {k: sum(negative == k for _, negative, _ in kinds.values()) for k in (0, 1)}
shifted = z * generating

claim = Claim(
    id="the-number-of-saddles-can-grow-exponentially",
    says="The number of saddles can grow exponentially with the dimension: x⁴ − 2x² has two wells "
    "and one critical point more, of index 1, so that a sum of d ≥ 2 of them, with points and "
    "indices that combine freely, has C(d, k) 2^(d−k) critical points of index k and "
    "3^d − 2^d − 1 ≥ 4 · 3^(d−2) saddles.",
    items={"O-23": "whole", "E-16": "instance", "N-24": "instance", "N-25": "instance"},
    where={
        z: "the argument of the generating function",
        generating: (
            "the sum over k of zᵏ times the number of critical points of index k, d variables",
            "G_d(z)",
        ),
        form: ("the power d of 2 + z", "(2+z)^d"),
        total: ("the number of critical points, the generating function at 1", "G_d(1)"),
        minima: ("the number of minima, the generating function at 0", "G_d(0)"),
        power: ("four times three to the power d − 2", r"4\cdot3^{d-2}"),
    },
    given={},
    then=(
        Roots(f.gradient(), (x,), tuple(kinds)),
        *(Inertia(f.hessian(at), *counts) for at, counts in kinds.items()),
        Invariant(
            (eq(generating, form), ge(minima, 4), ge(total - minima - 1, power)),
            start={generating: 4 + 4 * z + z**2, form: (2 + z) ** 2, total: 9, minima: 4, power: 4},
            update={
                generating: with_index[0] * generating + with_index[1] * shifted,
                form: (2 + z) * form,
                total: 3 * total,
                minima: 2 * minima,
                power: 3 * power,
            },
            fixed=(z,),
        ),
    ),
    bridges=(
        "binomial-theorem",
        "second-order-necessary-condition",
        "second-order-sufficient-condition",
    ),
    scope="d ≥ 2; f is one variable of a sum without mixed terms; all critical points but the "
    "minima and one maximum",
)
witness = {z: 1}


def proof():
    growth = claim.part(4)
    counted = combine(growth.at_next_state(0), using={"invariant.0": 2 + z})
    wells = combine(growth.at_next_state(1), using={"invariant.1": 2}, squares=[(4, 1)])
    saddles = combine(
        growth.at_next_state(2), using={"invariant.2": 3, "invariant.1": 1}, squares=[(6, 1)]
    )
    begun = combine(growth.at_start(0), using={})
    grown = induct(growth, (begun, None, None), (counted, wells, saddles))
    listed = roots(claim.part(0), {x: (f.partial(x), (1,))})
    return conjoin(claim, [listed, *(inertia(claim.part(i)) for i in (1, 2, 3)), grown])
