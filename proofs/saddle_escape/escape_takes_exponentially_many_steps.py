"""From (1, 2⁻¹⁰) ten steps of length ½ bring y to 1 on x² − y²: k halvings cost k steps, not 2^k.

With η = ½, that is 1/L, each step doubles y.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, eq, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, t = real("eta t")
near = Rational(1, 2**10)

claim = Claim(
    id="escape-takes-exponentially-many-steps",
    says="Gradient descent alone, with steps of length 1/L, needs exponentially many steps to "
    "leave a saddle: from (1, 2⁻¹⁰) on x² − y² it stays within 1 of the x axis for 2¹⁰ steps.",
    items={"N-37": "whole"},
    where={eta: "the step length, 1/L with L = 2", t: "the number of steps so far"},
    given={"one_over_L": eq(2 * eta, 1), "fewer": lt(t, 2**10)},
    then=Invariant(
        lt(y**2, 1),
        start={x: 1, y: near, t: 0},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y), t: t + 1},
    ),
    scope="x² − y²; 'exponentially many' is read in the only size that this saddle has, the number "
    "of halvings from 1 to the distance of the start from its stable axis",
)


def refutation():
    return refute(claim, [{eta: Rational(1, 2)}, *[{}] * 10])
