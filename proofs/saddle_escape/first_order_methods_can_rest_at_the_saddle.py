"""On the x axis x² − y² and x² + y² have the same gradients: the saddle looks like a minimum.

From a start with y = 0 every method whose steps are combinations of past gradients stays on that
axis, sees the slopes of the bowl and goes to the origin, the saddle.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
bowl = get("bowl")
g = function("g", bowl.variables, bowl.expression)
on_the_axis = (x, 0)

claim = Claim(
    id="first-order-methods-can-rest-at-the-saddle",
    says="On the line y = 0 the gradients of x² − y² and of x² + y² agree and have no "
    "y-component: a method that moves along past gradients only, without noise, cannot tell the "
    "saddle from the minimum.",
    items={
        "N-23": "part gradients-alone-may-not-tell",
        "E-15": "instance",
        "E-37": "instance",
    },
    given={},
    then=(
        eq(f.partial(x, at=on_the_axis), g.partial(x, at=on_the_axis)),
        eq(f.partial(y, at=on_the_axis), g.partial(y, at=on_the_axis)),
        eq(f.partial(y, at=on_the_axis)),
    ),
    scope="deterministic methods with steps in the span of past gradients, from a start on the "
    "axis; a method that probes the gradient off its path can tell the two apart",
)
points = [{x: 1, y: 0}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(3)])
