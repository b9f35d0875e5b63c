"""The strongly convex function drawn beside the quartic, ½x², is PL with every µ ≤ 1."""

from provenscape.kernel import Claim, combine, ge, real
from provenscape.models import landscapes

parabola = landscapes.get("strongly_convex_partner")
(x,) = parabola.variables
(slope,) = parabola.gradient
slack = real("slack")

claim = Claim(
    id="strongly-convex-partner-is-pl",
    items=["O-47", "O-48"],
    says="The strongly convex function of the figure satisfies the PL inequality with any µ ≤ 1.",
    given={"slack": ge(slack)},
    then=ge(slope**2, 2 * (1 - slack) * parabola.expression),
    tight=True,
    scope="½x², our choice: the figure's formula is not given; µ = 1 − slack",
)
witness = {x: 1, slack: 0}
equality = witness
countermodels = {"slack": {x: 1, slack: -1}}


def proof():
    return combine(claim, using={"slack": x**2})
