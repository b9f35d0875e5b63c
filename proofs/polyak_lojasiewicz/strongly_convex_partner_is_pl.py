"""The strongly convex function drawn beside the quartic, ½x², is PL with every µ ≤ 1."""

from provenscape.kernel import Claim, combine, ge, le, real
from provenscape.models import landscapes

f = landscapes.get("strongly_convex_partner").f
(x,) = f.variables
mu = real("mu")

claim = Claim(
    id="strongly-convex-partner-is-pl",
    says="½x² satisfies the PL inequality with any µ ≤ 1.",
    items={"O-48": "instance"},
    where={x: "a point of the line", mu: "the PL constant"},
    given={"at_most_one": le(mu, 1)},
    then=ge(f.partial(x) ** 2, 2 * mu * f(x)),
    tight=True,
    scope="½x², our choice for the strongly convex function of the figure, whose formula is not "
    "given; its minimum value is 0",
)
witness = {x: 1, mu: 1}
equality = witness
countermodels = {"at_most_one": {x: 1, mu: 2}}


def proof():
    return combine(claim, using={"at_most_one": x**2})
