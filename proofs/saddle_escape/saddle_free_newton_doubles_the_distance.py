"""With |H| in place of H, Newton's step leaves the saddle of x² − y²: y is doubled, x becomes 0.

|H| has the eigenvectors of H and the absolute values of its eigenvalues; here it is 2I.
Dauphin, Pascanu, Gulcehre, Cho, Ganguli & Bengio (2014). At the saddle itself the step
is 0: like gradient descent the method needs some displacement along y.
"""

from sympy import Matrix, sign

from provenscape.kernel import Claim, combine, conjoin, eq, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
dx, dy = real("dx dy")
absolute = Matrix.diag(*(value * sign(value) for value in saddle.hessian.diagonal()))
across, along = absolute * Matrix([dx, dy]) + Matrix(saddle.gradient)

claim = Claim(
    id="saddle-free-newton-doubles-the-distance",
    items=[],
    says="The step that solves |H| d = −∇f on x² − y² goes to x = 0 and doubles y: where Newton's "
    "step goes to the saddle, this one leaves it.",
    given={"across": eq(across), "along": eq(along)},
    then=(eq(x + dx), eq(y + dy, 2 * y)),
    scope="x² − y², |H| d = −∇f solved exactly; the step is x + d",
)
witness = {x: 1, y: 2, dx: -1, dy: 2}
countermodels = {
    "across": {x: 1, y: 2, dx: 0, dy: 2},
    "along": {x: 1, y: 2, dx: -1, dy: -2},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"across": 1}, scale=2),
            combine(claim.part(1), using={"along": 1}, scale=2),
        ],
    )
