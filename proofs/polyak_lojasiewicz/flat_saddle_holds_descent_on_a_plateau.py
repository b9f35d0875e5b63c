"""On the non-convex x² + y³ a run from above keeps y ≥ y₀/(1 + 6ηy₀t): a sublinear plateau.

One step sends y to y(1 − s) with s = 3ηy ≤ ½, and (1 − s)(1 + 2s) = 1 + s(1 − 2s) ≥ 1, so that 1/y
grows by no more than 6η a step. The height y³ above the degenerate saddle falls no faster than a
constant over t³, though f is unbounded below.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real
from provenscape.models import landscapes

f = landscapes.get("degenerate_inflection").f
x, y = f.variables
eta, b, t = real("eta b t")

claim = Claim(
    id="flat-saddle-holds-descent-on-a-plateau",
    says="On the non-convex x² + y³, without PL, t steps from (0, y₀), y₀ > 0, with 6ηy₀ ≤ 1 leave "
    "y ≥ y₀/(1 + 6ηy₀t): the height above the degenerate saddle falls no faster than a constant "
    "over t³.",
    items={"O-63": "instance"},
    where={
        (x, y): "the iterate, (0, b) at the start",
        b: ("the height coordinate at the start", "y_0"),
        eta: "the step length",
        t: "the number of steps",
    },
    given={"side": gt(b), "step": gt(eta), "short_step": le(6 * eta * b, 1)},
    then=Invariant(
        (ge(y * (1 + 6 * eta * b * t), b), gt(y), le(6 * eta * y, 1), ge(t), eq(x, 0)),
        start={x: 0, y: b, t: 0},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y), t: t + 1},
    ),
    scope="x² + y³ on the axis x = 0",
)
witness = {b: 1, eta: Rational(1, 12)}
countermodels = {
    "side": {b: -1, eta: 1},
    "step": {b: 1, eta: -1},
    "short_step": {b: 1, eta: 1},
}


def proof():
    half = Rational(1, 2)
    s = 3 * eta * y
    slow, positive, short, counts, on_axis = (claim.at_next_state(i) for i in range(5))
    steps = (
        combine(slow, using={"invariant.0": 1 - s, "invariant.2": b * s}),
        combine(positive, using={"invariant.2": y * half, "invariant.1": half}),
        combine(short, using={"invariant.2": 1}, squares=[(2, s)]),
        combine(counts, using={"invariant.3": 1}, squares=[(1, 1)]),
        combine(on_axis, using={"invariant.4": 1 - 2 * eta}),
    )
    return induct(claim, (None,) * 5, steps)
