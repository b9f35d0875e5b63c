"""However large the growth P of N steps, the starts with 0 < |y₀| ≤ R/(2P) are still within R.

They form an open set of positive measure and avoid the saddle in the limit all the same: that
almost every start avoids it bounds no number of steps.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, P, total, R, start, t = real("eta P G R y_0 t")

claim = Claim(
    id="aligned-starts-take-any-number-of-steps",
    says="For every number of steps there are starts, a set of positive measure, that gradient "
    "descent on x² − y² has not yet taken beyond a distance R from the axis, although "
    "y = y₀(1 + 2η)^t ≥ y₀(1 + 2ηt) passes it in the end: almost sure avoidance gives no bound on "
    "the steps.",
    items={"E-50": "part avoidance-bounds-no-number-of-steps"},
    where={
        eta: "the step length",
        P: "the growth so far, (1 + 2η)^t after t steps",
        total: "the growth of a number N of steps, (1 + 2η)^N",
        R: "a distance from the stable axis",
        start: "the second coordinate of the start",
        t: "the number of steps so far",
    },
    given={
        "step": gt(eta),
        "off_the_axis": gt(start),
        "aligned": le(2 * total * start, R),
    },
    then=Invariant(
        (
            gt(y),
            le(2 * total * y, R * P),
            eq(y, start * P),
            ge(P, 1 + 2 * eta * t),
            ge(t),
        ),
        start={y: start, P: 1, t: 0},
        update={y: y - eta * f.partial(y), P: (1 + 2 * eta) * P, t: t + 1},
        fixed=(eta,),
    ),
    scope="starts with y₀ > 0, those below by reflection; after N steps, P = G, y is R/2 at most",
)
witness = {eta: Rational(1, 2), total: 4, R: 8, start: 1, x: 1}
countermodels = {
    "step": witness | {eta: -1},
    "off_the_axis": witness | {start: -1},
    "aligned": witness | {start: 3},
}


def proof():
    off = combine(claim.at_next_state(0), using={"invariant.0": 1 + 2 * eta})
    slow = combine(claim.at_next_state(1), using={"invariant.1": 1 + 2 * eta})
    grown = combine(claim.at_next_state(2), using={"invariant.2": 1 + 2 * eta})
    powers = combine(
        claim.at_next_state(3), using={"invariant.3": 1 + 2 * eta, "invariant.4": 4 * eta**2}
    )
    later = combine(claim.at_next_state(4), using={"invariant.4": 1}, squares=[(1, 1)])
    return induct(claim, (None,) * 5, (off, slow, grown, powers, later))
