"""A saddle point need not have a Hessian with eigenvalues of both signs.

The monkey saddle x³ − 3xy² takes values of both signs arbitrarily near its only stationary point
(claim saddles-have-higher-and-lower-values-arbitrarily-near), where its Hessian is 0; x² − y⁴ is
another such saddle. So indefiniteness does not define saddles: it finds some of them.
"""

from provenscape.kernel import Claim, eq, lt, refute
from provenscape.models.landscapes import get

monkey = get("monkey_saddle")
x, y = monkey.variables

claim = Claim(
    id="a-saddle-need-not-have-an-indefinite-hessian",
    items=["N-18", "L-18"],
    says="A point with g = 0 is a saddle exactly when H has positive and negative eigenvalues.",
    given={"stationary_x": eq(monkey.gradient[0]), "stationary_y": eq(monkey.gradient[1])},
    then=lt(monkey.hessian.det(), 0),
    scope="for the monkey saddle x³ − 3xy²; in the plane H is indefinite exactly when det H < 0",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
