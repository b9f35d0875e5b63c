"""On the x axis x² − y² and x² + y² have the same gradients: the saddle looks like a minimum.

From a start with y = 0 every method whose steps are combinations of past gradients stays on that
axis, sees the slopes of the bowl and goes to the origin, the saddle.
"""

from provenscape.kernel import Claim, combine, conjoin, eq
from provenscape.models.landscapes import get

saddle, bowl = get("quadratic_saddle"), get("bowl")
x, y = saddle.variables

claim = Claim(
    id="first-order-methods-can-rest-at-the-saddle",
    items=["N-23", "E-15", "E-37"],
    says="On the line y = 0 the gradients of x² − y² and of x² + y² agree and have no "
    "y-component: a method that moves along past gradients only, without noise, cannot tell the "
    "saddle from the minimum.",
    given={"on_the_axis": eq(y)},
    then=(
        eq(saddle.gradient[0], bowl.gradient[0]),
        eq(saddle.gradient[1], bowl.gradient[1]),
        eq(saddle.gradient[1]),
    ),
    scope="deterministic methods with steps in the span of past gradients, from a start on the "
    "axis; a method that probes the gradient off its path can tell the two apart; that many "
    "popular methods are first-order is not examined",
)
witness = {x: 1, y: 0}
countermodels = {"on_the_axis": {x: 1, y: 1}}


def proof():
    weights = (0, -4, -2)
    return conjoin(
        claim, [combine(claim.part(i), using={"on_the_axis": w}) for i, w in enumerate(weights)]
    )
