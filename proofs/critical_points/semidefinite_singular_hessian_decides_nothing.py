"""A singular semidefinite Hessian decides nothing between minimum and saddle.

x² + y⁴, x² − y⁴ and x² + y³ share the Hessian diag(2, 0) at the stationary origin. The first has a
strict minimum there, by (1 + x² + 2y²)(x² + y⁴) = (x² + y²)² + x² + x²y⁴ + 2y⁶; the other two take
higher values along x and lower ones along y, arbitrarily near.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, combine, conjoin, gt, inertia, lt, real
from provenscape.models.landscapes import get

minimum, saddle, inflection = (
    get(f"degenerate_{kind}") for kind in ("minimum", "saddle", "inflection")
)
x, y = minimum.variables
r = real("r")  # a distance, arbitrary
ORIGIN = {x: 0, y: 0}


def flat(landscape):
    hessian = sp.ImmutableMatrix(landscape.hessian.xreplace(landscape.at((0, 0))))
    return Inertia(hessian, 1, 0, 1)


claim = Claim(
    id="semidefinite-singular-hessian-decides-nothing",
    items=["N-19", "O-19", "O-N3", "O-26", "N-20", "L-09", "E-55"],
    says="Where H is semidefinite with an eigenvalue 0, second order cannot classify the point: "
    "one Hessian belongs to a minimum and to saddles.",
    given={"elsewhere": gt(x**2 + y**2), "distance": gt(r)},
    then=(
        flat(minimum),
        flat(saddle),
        flat(inflection),
        gt(minimum.expression, minimum.expression.xreplace(ORIGIN)),
        gt(saddle.expression.xreplace({x: r, y: 0}), saddle.expression.xreplace(ORIGIN)),
        lt(saddle.expression.xreplace({x: 0, y: r}), saddle.expression.xreplace(ORIGIN)),
        gt(inflection.expression.xreplace({x: r, y: 0}), inflection.expression.xreplace(ORIGIN)),
        lt(inflection.expression.xreplace({x: 0, y: -r}), inflection.expression.xreplace(ORIGIN)),
    ),
    repairs="singular-hessian-may-still-be-indefinite",
    scope="for three functions with Hessian diag(2, 0) at the origin",
)
witness = {x: 0, y: 1, r: 1}
countermodels = {"elsewhere": {x: 0, y: 0, r: 1}, "distance": {x: 0, y: 1, r: 0}}


def proof():
    strict_minimum = combine(
        claim.part(3),
        using={"elsewhere": x**2 + y**2},
        squares=[(1, x), (1, x * y**2), (2, y**3)],
        scale=1 + x**2 + 2 * y**2,
    )
    rises = [combine(claim.part(i), using={}, squares=[(1, r)]) for i in (4, 6)]
    falls = [
        combine(claim.part(5), using={}, squares=[(1, r**2)]),
        combine(claim.part(7), using={"distance": r**2}),
    ]
    signatures = [inertia(claim.part(i)) for i in range(3)]
    return conjoin(claim, [*signatures, strict_minimum, *rises, *falls])
