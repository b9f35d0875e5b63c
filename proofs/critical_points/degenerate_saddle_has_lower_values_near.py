"""A degenerate saddle is degenerate and a saddle: x² − y⁴ has ∇²f = diag(2, 0) and falls along y.

The definition of the post needs the second half: lower values arbitrarily near.
"""

from sympy import ImmutableMatrix

from provenscape.kernel import Claim, Inertia, combine, conjoin, gt, inertia, lt, real
from provenscape.models import landscapes

saddle = landscapes.get("degenerate_saddle")
x, y = saddle.variables
r = real("r")  # a distance, arbitrary
origin = {x: 0, y: 0}

claim = Claim(
    id="degenerate-saddle-has-lower-values-near",
    items=["E-51"],
    says="A degenerate saddle has a positive semidefinite Hessian with an eigenvalue 0 and, "
    "besides, lower values arbitrarily near.",
    given={"distance": gt(r)},
    then=(
        Inertia(ImmutableMatrix(saddle.hessian.xreplace(origin)), 1, 0, 1),
        lt(saddle.expression.xreplace({x: 0, y: r}), saddle.expression.xreplace(origin)),
    ),
    repairs="degenerate-saddle-definition-excludes-minima",
    scope="the example x² − y⁴",
)
witness = {r: 1}
countermodels = {"distance": {r: 0}}


def proof():
    lower = combine(claim.part(1), using={"distance": r**3})
    return conjoin(claim, [inertia(claim.part(0)), lower])
