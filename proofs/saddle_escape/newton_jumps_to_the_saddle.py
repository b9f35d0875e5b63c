"""Newton's method goes from every point to the saddle of x² − y², in one step.

H d = −∇f gives d = −(x, y) whatever the signs of the curvatures: where they are negative, Newton
steps uphill. Dauphin, Pascanu, Gulcehre, Cho, Ganguli & Bengio (2014).
"""

from provenscape.kernel import Claim, combine, conjoin, eq, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
dx, dy = real("d_1 d_2")

claim = Claim(
    id="newton-jumps-to-the-saddle",
    says="The pure Newton step from any point of x² − y² ends at the saddle.",
    items={"N-22": "instance"},
    where={(dx, dy): "the Newton step, which solves ∇²f d = −∇f"},
    given={
        "across": eq(f.partial(x, x) * dx + f.partial(x, y) * dy, -f.partial(x)),
        "along": eq(f.partial(x, y) * dx + f.partial(y, y) * dy, -f.partial(y)),
    },
    then=(eq(x + dx), eq(y + dy)),
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
