"""On x² − y² from (a, 0), steps 0 < η < 1 bring x to 0 and leave y = 0: the saddle is the limit.

One step multiplies x by 1 − 2η, whose square is 1 − k with k = 4η(1 − η), and keeps y = 0. Since
(1 − k)(1 + kn + k) = 1 + kn − k²(n + 1), x² stays below a²/(1 + kn) after n steps, which tends to
0. The starts with y = 0 form a line, a null set. Lower values are near: at (0, 1) the value is −1.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, lt, real
from provenscape.models import landscapes

f = landscapes.get("quadratic_saddle").f
x, y = f.variables
eta, a, n = real("eta a n")
k = 4 * eta * (1 - eta)

claim = Claim(
    id="gradient-descent-can-rest-at-a-saddle",
    says="From a start (a, 0) gradient descent on x² − y² goes to the saddle: after n steps y = 0 "
    "and x² ≤ a²/(1 + 4η(1 − η)n) with 4η(1 − η) > 0, while the value stays above that at (0, 1).",
    items={"O-21": "whole", "O-02": "part no-global-guarantee"},
    where={
        eta: "the step length",
        a: "the x coordinate of the start",
        n: "the number of steps",
        (x, y): "the present iterate",
    },
    given={"step": gt(eta), "short_step": lt(eta, 1)},
    then=Invariant(
        (
            le(x**2 * (1 + k * n), a**2),
            eq(y, 0),
            ge(n, 0),
            gt(f(x, y), f(0, 1)),
            gt(k),
        ),
        start={x: a, y: 0, n: 0},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y), n: n + 1},
    ),
    scope="x² − y², every start on the x axis and every step length below 1",
)
witness = {a: 1, eta: Rational(1, 4)}
countermodels = {
    "step": {a: 1, eta: -1},
    "short_step": {a: 1, eta: 2},
}


def proof():
    nearer = combine(claim.at_next_state(0), using={"invariant.0": 1}, squares=[(1 + n, k * x)])
    stays = combine(claim.at_next_state(1), using={"invariant.1": 1 + 2 * eta})
    counts = combine(claim.at_next_state(2), using={"invariant.2": 1}, squares=[(1, 1)])
    above = combine(
        claim.at_next_state(3),
        using={"invariant.1": -((1 + 2 * eta) ** 2) * y},
        squares=[(1, (1 - 2 * eta) * x), (1, 1)],
    )
    rate = combine(claim.at_next_state(4), using={"invariant.4": 1})
    first = combine(claim.at_start(3), using={}, squares=[(1, a), (1, 1)])
    bases = (None, None, None, first, None)
    return induct(claim, bases, (nearer, stays, counts, above, rate))
