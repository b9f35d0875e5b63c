"""A saddle point need not have a Hessian with eigenvalues of both signs.

The monkey saddle x³ − 3xy² takes values of both signs arbitrarily near its only stationary point
(claim saddles-have-higher-and-lower-values-arbitrarily-near), where its Hessian is 0; x² − y⁴ is
another such saddle. So indefiniteness does not define saddles: it finds some of them. In the plane
H has eigenvalues of both signs exactly when their product, det H, is negative.
"""

from provenscape.kernel import Claim, eq, lt, refute
from provenscape.models import landscapes

f = landscapes.get("monkey_saddle").f
x, y = f.variables

claim = Claim(
    id="a-saddle-has-an-indefinite-hessian",
    says="At a saddle H has positive and negative eigenvalues: in the plane det H < 0.",
    items={
        "N-18": "part a-saddle-has-such-a-hessian",
        "L-18": "part a-saddle-has-such-a-hessian",
    },
    given={"stationary_x": eq(f.partial(x)), "stationary_y": eq(f.partial(y))},
    then=lt(f.partial(x, x) * f.partial(y, y), f.partial(x, y) ** 2),
    about="a saddle and its Hessian",
    scope="the monkey saddle x³ − 3xy²",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
