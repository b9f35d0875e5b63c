"""Newton's method goes from every point to the saddle of x² − y², in one step.

H d = −∇f gives d = −(x, y) whatever the signs of the curvatures: where they are negative, Newton
steps uphill. Dauphin, Pascanu, Gulcehre, Cho, Ganguli & Bengio (2014).
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
dx, dy = real("dx dy")
across, along = saddle.hessian * Matrix([dx, dy]) + Matrix(saddle.gradient)

claim = Claim(
    id="newton-jumps-to-the-saddle",
    items=[],
    says="The pure Newton step from any point of x² − y² ends at the saddle.",
    given={"across": eq(across), "along": eq(along)},
    then=(eq(x + dx), eq(y + dy)),
    scope="H d = −∇f solved exactly; the step is x + d",
)
witness = {x: 1, y: 2, dx: -1, dy: -2}
countermodels = {
    "across": {x: 1, y: 2, dx: 0, dy: -2},
    "along": {x: 1, y: 2, dx: -1, dy: 2},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"across": 1}, scale=2),
            combine(claim.part(1), using={"along": -1}, scale=2),
        ],
    )
