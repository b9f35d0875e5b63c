"""Ten steps of descent bring y from 2⁻¹⁰ to 1 on x² − y²: k halvings cost k steps, not 2^k.

With η = ½ each step doubles y.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, lt, real, refute
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
y = saddle.variables[1]
eta, start = real("eta y_0")
factor = 1 - eta * saddle.hessian[1, 1]

claim = Claim(
    id="escape-takes-exponentially-many-steps",
    items=["N-37"],
    says="Gradient descent alone needs exponentially many steps to leave a saddle: 2^k from a "
    "distance 2^(−k).",
    given={"step": gt(eta), "near": eq(start, Rational(1, 2**10))},
    then=lt(factor**10 * start, 1),
    scope="k = 10: the tenth of 1024 steps on x² − y²; 'exponentially many' is read in the only "
    "size "
    "that this saddle has, the distance to the stable axis",
)


def refutation():
    return refute(claim, {eta: Rational(1, 2), start: Rational(1, 2**10)})
