"""A singular semidefinite Hessian decides nothing between minimum and saddle.

x² + y⁴, x² − y⁴ and x² + y³ share the Hessian diag(2, 0) at the stationary origin. The first has a
strict minimum there, by (1 + x² + 2y²)(x² + y⁴) = (x² + y²)² + x² + x²y⁴ + 2y⁶; the other two take
higher values along x and lower ones along y, arbitrarily near.
"""

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
from provenscape.models.landscapes import get

KINDS = ("degenerate_minimum", "degenerate_saddle", "degenerate_inflection")
f, g, h = FUNCTIONS = tuple(
    function(letter, get(name).variables, get(name).expression)
    for letter, name in zip("fgh", KINDS, strict=True)
)
x, y, r = real("x y r")
ORIGIN = (0, 0)
SECOND = ((x, x), (x, y), (y, y))

claim = Claim(
    id="semidefinite-singular-hessian-decides-nothing",
    says="A positive semidefinite Hessian with an eigenvalue 0 cannot tell a minimum from a "
    "saddle: x² + y⁴, x² − y⁴ and x² + y³ share one at the stationary origin.",
    items={"N-19": "instance", "O-19": "instance", "O-N3": "instance", "O-26": "instance"},
    where={(x, y): "a point other than the origin", r: "a distance from the origin"},
    given={"elsewhere": gt(x**2 + y**2), "distance": gt(r)},
    then=(
        *(eq(slope) for one in FUNCTIONS for slope in one.gradient(at=ORIGIN)),
        *(
            eq(one.partial(*along, at=ORIGIN), f.partial(*along, at=ORIGIN))
            for one in (g, h)
            for along in SECOND
        ),
        Inertia(f.hessian(at=ORIGIN), 1, 0, 1),
        gt(f(x, y), f(0, 0)),
        gt(g(r, 0), g(0, 0)),
        lt(g(0, r), g(0, 0)),
        gt(h(r, 0), h(0, 0)),
        lt(h(0, -r), h(0, 0)),
    ),
    scope="for three functions with Hessian diag(2, 0) at the origin",
)
witness = {x: 0, y: 1, r: 1}
countermodels = {"elsewhere": {x: 0, y: 0, r: 1}, "distance": {x: 0, y: 1, r: 0}}


def proof():
    same = [combine(claim.part(i), using={}) for i in range(12)]
    signature = inertia(claim.part(12))
    strict_minimum = combine(
        claim.part(13),
        using={"elsewhere": x**2 + y**2},
        squares=[(1, x), (1, x * y**2), (2, y**3)],
        scale=1 + x**2 + 2 * y**2,
    )
    rises = [combine(claim.part(i), using={}, squares=[(1, r)]) for i in (14, 16)]
    falls = [
        combine(claim.part(15), using={}, squares=[(1, r**2)]),
        combine(claim.part(17), using={"distance": r**2}),
    ]
    return conjoin(claim, [*same, signature, strict_minimum, *rises, *falls])
