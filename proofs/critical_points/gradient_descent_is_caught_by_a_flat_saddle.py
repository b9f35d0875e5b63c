"""On x² + y³ small steps from y > 0 never leave the degenerate saddle at the origin, nor pass it.

One step sends x to (1 − 2η)x and y to y(1 − 3ηy), which stays in (0, y) for 0 < y < 1/(3η): an
open set of starts, as near the origin as one likes, is caught by a stationary point that is no
minimum, since the lower values lie at y < 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, gt, induct, le, real
from provenscape.models import landscapes

f = landscapes.get("degenerate_inflection").f
x, y = f.variables
eta, a, b = real("eta a b")

claim = Claim(
    id="gradient-descent-is-caught-by-a-flat-saddle",
    says="On x² + y³ steps η < 1 from (a, b) with 0 < b < 1/(3η) keep |x| ≤ |a| and 0 < y ≤ b for "
    "ever: they neither leave the degenerate saddle at the origin nor pass it.",
    items={"O-22": "whole"},
    where={
        eta: "the step length",
        (a, b): "the start",
        (x, y): "the present iterate",
    },
    given={
        "step": gt(eta),
        "short_step": gt(1, eta),
        "side": gt(b),
        "small_step": gt(1, 3 * eta * b),
    },
    then=Invariant(
        (gt(y), gt(1, 3 * eta * y), le(y, b), le(x**2, a**2)),
        start={x: a, y: b},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y)},
    ),
    scope="x² + y³, whose Hessian at the origin is diag(2, 0)",
)
half = Rational(1, 2)
witness = {a: 1, b: Rational(1, 6), eta: half}
countermodels = {
    "step": {a: 0, b: 1, eta: -1},
    "short_step": {a: 1, b: Rational(1, 12), eta: 2},
    "side": {a: 0, b: -1, eta: half},
    "small_step": {a: 0, b: 1, eta: half},
}


def proof():
    positive = combine(claim.at_next_state(0), using={"invariant.1": y})
    small = combine(claim.at_next_state(1), using={"invariant.1": 1}, squares=[(9, eta * y)])
    below = combine(claim.at_next_state(2), using={"invariant.2": 1}, squares=[(3 * eta, y)])
    beside = combine(claim.at_next_state(3), using={"invariant.3": 1, "short_step": 4 * eta * x**2})
    return induct(claim, (None, None, None, None), (positive, small, below, beside))
