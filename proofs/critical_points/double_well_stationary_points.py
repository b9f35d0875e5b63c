"""x₁⁴ − 2x₁² + x₂² is stationary at its minima (±1, 0) and its saddle (0, 0), nowhere else."""

from sympy import ImmutableMatrix

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, roots
from provenscape.models import landscapes

well = landscapes.get("double_well")
x1, x2 = well.variables
points_of = {(-1, 0): (2, 0, 0), (1, 0): (2, 0, 0), (0, 0): (1, 1, 0)}


def curvature(point):
    at = dict(zip(well.variables, point, strict=True))
    return Inertia(ImmutableMatrix(well.hessian.xreplace(at)), *points_of[point])


claim = Claim(
    id="double-well-stationary-points",
    items=["E-25", "E-26", "E-24"],
    says="The double well has two symmetric minima and one saddle between them.",
    given={},
    then=(Roots(well.gradient, well.variables, tuple(points_of)), *map(curvature, points_of)),
    scope="x₁⁴ − 2x₁² + x₂²; kinds by the signature of the Hessian",
)
witness = {}


def proof():
    slope1, slope2 = well.gradient
    complete = roots(claim.part(0), {x1: (slope1, [1, 0]), x2: (slope2, [0, 1])})
    return conjoin(claim, [complete, *(inertia(claim.part(i)) for i in (1, 2, 3))])
