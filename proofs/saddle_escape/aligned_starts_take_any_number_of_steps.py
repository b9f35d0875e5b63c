"""However large the growth P of N steps, the starts with 0 < |y₀| ≤ R/(2P) are still within R.

They form an open set of positive measure and avoid the saddle in the limit all the same: that
almost every start avoids it bounds no number of steps.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real

P, R, start = real("P R y_0")

claim = Claim(
    id="aligned-starts-take-any-number-of-steps",
    items=["E-50"],
    says="For every number of steps there are starts, a set of positive measure, that gradient "
    "descent has not yet taken from a saddle: almost sure avoidance gives no bound on the steps.",
    given={"growth": gt(P), "radius": gt(R), "start": eq(2 * P * start, R)},
    then=(gt(start), lt(P * start, R)),
    scope="x² − y², P = (1 + 2η)^N; all |y₀| up to this one are as slow",
)
witness = {P: 1, R: 2, start: 1}
countermodels = {
    "growth": {P: -1, R: 2, start: -1},
    "radius": {P: 1, R: -2, start: -1},
    "start": {P: 1, R: 2, start: 3},
}


def proof():
    off = combine(claim.part(0), using={"radius": 1, "start": 1}, scale=2 * P)
    slow = combine(claim.part(1), using={"radius": 1, "start": -1}, scale=2)
    return conjoin(claim, [off, slow])
