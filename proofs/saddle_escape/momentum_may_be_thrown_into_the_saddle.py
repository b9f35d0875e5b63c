"""From y₁ = m y₀ with the smaller growth factor m momentum converges to the saddle, off the axis.

On x² − y² momentum has y⁺ = (1 + β + 2η)y − βy₋; its growth factors are the roots of
z² − (1 + β + 2η)z + β. The smaller one, m, has 2ηm = (1 − m)(β − m), so that 0 < m < β. A ball
thrown up the slope with just that velocity stops at the top: without noise the set of states that
end at the saddle is a plane, not the axis alone.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
beta, eta, m, before, first, P, t = real("beta eta m y_1 y_0 P t")
update = {y: y - eta * f.partial(y) + beta * (y - before), before: y, P: m * P, t: t + 1}

claim = Claim(
    id="momentum-may-be-thrown-into-the-saddle",
    says="With any momentum β < 1 and, for any 0 < m < β, the step length "
    "η = (1 − m)(β − m)/(2m) > 0, there are starts with y ≠ 0 and a velocity towards the saddle of "
    "x² − y² from which y is multiplied by m at every step, with m^t ≤ 1/(1 + (1 − m)t): it goes "
    "to the saddle and does not leave.",
    items={},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        m: "the factor of each step",
        before: ("the second coordinate one step before", "y_{-}"),
        first: "the second coordinate of the start",
        P: "the power m^t",
        t: "the number of steps so far",
    },
    given={
        "positive": gt(m),
        "step": eq(2 * eta * m, (1 - m) * (beta - m)),
    },
    then=Invariant(
        (
            eq(y, m * before),
            eq(before, first * P),
            gt(P),
            le(P * (1 + (1 - m) * t), 1),
            ge(t),
        ),
        start={y: m * first, before: first, P: 1, t: 0},
        update=update,
        fixed=(beta, eta),
    ),
    scope="heavy ball with constant η and β",
)
witness = {beta: Rational(1, 2), eta: Rational(3, 8), m: Rational(1, 4), first: 1, x: 1}
countermodels = {"step": witness | {eta: 1}}
mutants = [
    (
        "plain descent",
        replace(claim, then=replace(claim.then, update=update | {y: y - eta * f.partial(y)})),
    )
]


def proof():
    kept = combine(claim.at_next_state(0), using={"invariant.0": beta / m, "step": y / m})
    power = combine(claim.at_next_state(1), using={"invariant.0": 1, "invariant.1": m})
    positive = combine(claim.at_next_state(2), using={"invariant.2": m})
    # m(1 + q(t + 1)) = 1 + qt − q²(t + 1) with q = 1 − m
    decays = combine(
        claim.at_next_state(3),
        using={
            "invariant.3": 1,
            "invariant.4": (1 - m) ** 2 * P,
            "invariant.2": (1 - m) ** 2,
        },
    )
    count = combine(claim.at_next_state(4), using={"invariant.4": 1}, squares=[(1, 1)])
    return induct(claim, (None,) * 5, (kept, power, positive, decays, count))
