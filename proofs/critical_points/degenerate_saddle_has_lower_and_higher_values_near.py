"""A degenerate saddle has a singular Hessian ⪰ 0 and both lower and higher values close by.

Neither half can be left out: x² + y⁴ has no lower values (its minimum), −x⁴ − y⁴ no higher ones
(its maximum). The higher values come by themselves unless the Hessian is 0 (claim
a-semidefinite-hessian-other-than-zero-gives-higher-values). x² − y⁴ has H = diag(2, 0), the monkey
saddle x³ − 3xy² has H = 0, and both have the two kinds of values.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Inertia,
    combine,
    conjoin,
    eq,
    function,
    gt,
    inertia,
    lt,
    real,
)
from provenscape.models import landscapes

x, y = landscapes.get("degenerate_saddle").variables
f, g = (
    function(name, (x, y), landscapes.get(kind).expression)
    for name, kind in (("f", "degenerate_saddle"), ("g", "degenerate_minimum"))
)
h = function("h", (x, y), -(x**4) - y**4)
q = function("q", (x, y), x**3 - 3 * x * y**2)
ORIGIN = (0, 0)
FUNCTIONS = (f, g, h, q)
r = real("r")

claim = Claim(
    id="degenerate-saddle-has-lower-and-higher-values-near",
    says="A degenerate saddle has gradient 0, a positive semidefinite Hessian with an eigenvalue 0 "
    "and both lower and higher values arbitrarily near: x² − y⁴ and x³ − 3xy² have one at the "
    "origin, x² + y⁴ and −x⁴ − y⁴, a minimum and a maximum, have none.",
    items={"E-51": "definition"},
    where={r: "a distance, however small", (x, y): "a point other than the origin"},
    given={"distance": gt(r), "elsewhere": gt(x**2 + y**2)},
    then=(
        *(eq(slope) for each in FUNCTIONS for slope in each.gradient(ORIGIN)),
        Inertia(f.hessian(ORIGIN), 1, 0, 1),
        Inertia(g.hessian(ORIGIN), 1, 0, 1),
        Inertia(h.hessian(ORIGIN), 0, 0, 2),
        Inertia(q.hessian(ORIGIN), 0, 0, 2),
        lt(f(0, r), f(0, 0)),
        gt(f(r, 0), f(0, 0)),
        gt(g(x, y), g(0, 0)),
        lt(h(x, y), h(0, 0)),
        lt(q(-r, 0), q(0, 0)),
        gt(q(r, 0), q(0, 0)),
    ),
    repairs="degenerate-saddle-definition-excludes-minima",
    about="a stationary point with a singular positive semidefinite Hessian",
    scope="the definition on four functions",
)
witness = {r: 1, x: 1, y: 0}
countermodels = {"distance": witness | {r: 0}, "elsewhere": witness | {x: 0}}


def proof():
    part = claim.part
    level = [combine(part(i), using={}) for i in range(8)]
    signatures = [inertia(part(i)) for i in range(8, 12)]
    values = [
        combine(part(12), using={"distance": r**3}),
        combine(part(13), using={"distance": r}),
        combine(
            part(14),
            using={"elsewhere": x**2 + y**2},
            squares=[(1, x), (1, x * y**2), (2, y**3)],
            scale=1 + x**2 + 2 * y**2,
        ),
        combine(
            part(15),
            using={"elsewhere": (x**2 + y**2) / 2},
            squares=[(Rational(1, 2), x**2 - y**2)],
        ),
        combine(part(16), using={"distance": r**2}),
        combine(part(17), using={"distance": r**2}),
    ]
    return conjoin(claim, [*level, *signatures, *values])
