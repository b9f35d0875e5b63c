"""Ten steps of length ½ bring y from 2⁻¹⁰ to 1 on x² − y²: k halvings cost k steps, not 2^k.

With η = ½, that is 1/L, each step doubles y.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, lt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, start = real("eta y_0")

claim = Claim(
    id="escape-takes-exponentially-many-steps",
    says="Gradient descent alone, with steps of length 1/L, needs exponentially many steps to "
    "leave a saddle: 2^k from a distance 2^(−k) of its stable axis, so that ten do not "
    "suffice for k = 10.",
    items={"N-37": "whole"},
    where={
        eta: "the step length, 1/L with L = 2",
        start: "the distance of the start from the stable axis",
    },
    given={"one_over_L": eq(2 * eta, 1), "near": eq(start, Rational(1, 2**10))},
    then=lt((1 - eta * f.partial(y, y)) ** 10 * start, 1),
    scope="the tenth of 1024 steps on x² − y², each of which multiplies y by 1 − η∂²f/∂y²; "
    "'exponentially many' is read in the only size that this saddle has",
)


def refutation():
    return refute(claim, {x: 0, y: 0, eta: Rational(1, 2), start: Rational(1, 2**10)})
