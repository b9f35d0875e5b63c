"""x₁⁴ − 2x₁² + x₂² is stationary at its minima (±1, 0) and its saddle (0, 0), nowhere else.

f + 1 = (x₁² − 1)² + x₂² shows the minima, at which the value is −1; at the origin f falls along x₁
by x₁²(2 − x₁²) and rises along x₂ by x₂².
"""

from provenscape.kernel import (
    Claim,
    Inertia,
    Roots,
    combine,
    conjoin,
    eq,
    ge,
    inertia,
    real,
    roots,
)
from provenscape.models import landscapes

well = landscapes.get("double_well")
f = well.f
x1, x2 = f.variables
a, b, s, t = real("a b s t")
KINDS = {(-1, 0): (2, 0, 0), (1, 0): (2, 0, 0), (0, 0): (1, 1, 0)}

claim = Claim(
    id="double-well-stationary-points",
    says="The double well has two symmetric minima and between them one saddle, and no other "
    "stationary point.",
    items={"E-25": "whole", "E-26": "whole", "E-24": "instance"},
    where={
        (a, b): "any point of the plane",
        s: "a displacement from the origin along x₁",
        t: "a displacement from the origin along x₂",
    },
    given={},
    then=(
        Roots(f.gradient(), f.variables, tuple(KINDS)),
        *(Inertia(f.hessian(at), *counts) for at, counts in KINDS.items()),
        ge(f(a, b), f(1, 0)),
        eq(f(-a, b), f(a, b)),
        eq(f(s, 0), f(0, 0) - s**2 * (2 - s**2)),
        eq(f(0, t), f(0, 0) + t**2),
    ),
    scope="x₁⁴ − 2x₁² + x₂² on the plane",
)
witness = {a: 1, b: 0, s: 1, t: 1}


def proof():
    slope1, slope2 = well.gradient
    complete = roots(claim.part(0), {x1: (slope1, [1, 0]), x2: (slope2, [0, 1])})
    least = combine(claim.part(4), using={}, squares=[(1, a**2 - 1), (1, b)])
    symmetric = combine(claim.part(5), using={})
    falls = combine(claim.part(6), using={})
    rises = combine(claim.part(7), using={})
    signatures = [inertia(claim.part(i)) for i in (1, 2, 3)]
    return conjoin(claim, [complete, *signatures, least, symmetric, falls, rises])
