"""With |H| in place of H, Newton's step leaves the saddle of x² − y²: y is doubled, x becomes 0.

|H| has the eigenvectors of H and the absolute values of its eigenvalues; here it is 2I.
Dauphin, Pascanu, Gulcehre, Cho, Ganguli & Bengio (2014). At the saddle itself the step
is 0: like gradient descent the method needs some displacement along y.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
dx, dy, a, b = real("dx dy a b")

claim = Claim(
    id="saddle-free-newton-doubles-the-distance",
    says="The step that solves |H| d = −∇f on x² − y² goes to x = 0 and doubles y: where Newton's "
    "step goes to the saddle, this one leaves it.",
    items={},
    where={
        (dx, dy): "the components of the step d",
        (a, b): "the eigenvalues of |H|, along x and along y",
    },
    given={
        "absolute_along_x": eq(a**2, f.partial(x, x) ** 2),
        "absolute_along_y": eq(b**2, f.partial(y, y) ** 2),
        "positive_along_x": gt(a),
        "positive_along_y": gt(b),
        "step_along_x": eq(a * dx, -f.partial(x)),
        "step_along_y": eq(b * dy, -f.partial(y)),
    },
    then=(eq(x + dx), eq(y + dy, 2 * y)),
    scope="x² − y², whose Hessian is diagonal",
)
witness = {x: 1, y: 2, dx: -1, dy: 2, a: 2, b: 2}
countermodels = {
    "absolute_along_x": witness | {a: 1, dx: -2},
    "absolute_along_y": witness | {b: 1, dy: 4},
    "positive_along_x": witness | {a: -2, dx: 1},
    "positive_along_y": witness | {b: -2, dy: -2},
    "step_along_x": witness | {dx: 0},
    "step_along_y": witness | {dy: 0},
}


def proof():
    # 2(a + 2)(x + dx) = (a + 2)(a dx + 2x) − (a² − 4) dx, and likewise along y
    across = combine(
        claim.part(0),
        using={"step_along_x": a + 2, "absolute_along_x": -dx},
        scale=2 * (a + 2),
    )
    along = combine(
        claim.part(1),
        using={"step_along_y": b + 2, "absolute_along_y": -dy},
        scale=2 * (b + 2),
    )
    return conjoin(claim, [across, along])
