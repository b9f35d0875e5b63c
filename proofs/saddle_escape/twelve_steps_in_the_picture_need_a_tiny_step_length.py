"""Twelve steps from (0.05, 1.8) stay in the square [−2, 2]² only if η ≤ 1/216.

After t steps y = 1.8u^t with u = 1 − η∂²f/∂y² = 1 + 2η, and u¹² − 12u + 11 is a sum of squares, so
that (1 + 2η)¹² ≥ 1 + 24η. At that length x has moved from 0.05 to no less than 0.044: a run that
stays in the picture barely moves.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta = real("eta")
factor = 1 - eta * f.partial(y, y, at=(0, 0))

claim = Claim(
    id="twelve-steps-in-the-picture-need-a-tiny-step-length",
    says="A run of twelve steps of descent on x² − y² from (0.05, 1.8) that stays inside the "
    "picture has a step length of at most 1/216.",
    items={"N-05": "instance"},
    where={eta: "the step length"},
    given={"inside": le(Rational(9, 5) * factor**12, 2)},
    then=le(eta, Rational(1, 216)),
    scope="the start of the worked example; the document gives neither start nor step length of "
    "its picture",
)
witness = {eta: Rational(1, 300)}
countermodels = {"inside": {eta: 1}}


def proof():
    u = 1 + 2 * eta
    squares = [(2, u**4 - 1), (1, u**2 * (u**4 - 1)), (3, u**2 - 1), (6, u - 1)]
    weight = Rational(9, 5)
    return combine(
        claim,
        using={"inside": 1},
        squares=[(weight * c, root) for c, root in squares],
        scale=24 * weight,
    )
