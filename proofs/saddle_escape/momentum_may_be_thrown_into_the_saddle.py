"""From y = m y₋ with the smaller growth factor m momentum converges to the saddle, off the axis.

On x² − y² momentum has y⁺ = (1 + β + 2η)y − βy₋; its growth factors are the roots of
z² − (1 + β + 2η)z + β. The smaller one, m, has 2ηm = (1 − m)(β − m), so that 0 < m < β. A ball
thrown up the slope with just that velocity stops at the top: without noise the set of states that
end at the saddle is a plane, not the axis alone.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, ge, gt, induct, le, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
beta, eta, m, before, first, P, t = real("beta eta m y_1 y_0 P t")
update = {y: y - eta * f.partial(y) + beta * (y - before), before: y, P: m * P, t: t + 1}


def course(update):
    """y is multiplied by m at every step."""
    return Invariant(
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
    )


claim = Claim(
    id="momentum-may-be-thrown-into-the-saddle",
    says="With any momentum 0 < β < 1 and, for any 0 < m < β, the step length "
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
        "slower": gt(beta, m),
        "friction": lt(beta, 1),
        "step": eq(2 * eta * m, (1 - m) * (beta - m)),
    },
    then=(course(update), gt(eta)),
    scope="heavy ball with constant η and β",
)
witness = {beta: Rational(1, 2), eta: Rational(3, 8), m: Rational(1, 4), first: 1, x: 1}
countermodels = {
    "step": witness | {eta: 1},
    "slower": witness | {m: Rational(3, 4), eta: Rational(-1, 24)},
    "friction": witness | {beta: 3, m: 2, eta: Rational(-1, 4)},
    "positive": witness | {m: -1, eta: Rational(-3, 2)},
}
plain = update | {y: y - eta * f.partial(y)}
mutants = [("plain descent", replace(claim, then=(course(plain), gt(eta))))]


def proof():
    runs = claim.part(0)
    kept = combine(runs.at_next_state(0), using={"invariant.0": beta / m, "step": y / m})
    power = combine(runs.at_next_state(1), using={"invariant.0": 1, "invariant.1": m})
    positive = combine(runs.at_next_state(2), using={"invariant.2": m})
    # m(1 + q(t + 1)) = 1 + qt − q²(t + 1) with q = 1 − m
    decays = combine(
        runs.at_next_state(3),
        using={
            "invariant.3": 1,
            "invariant.4": (1 - m) ** 2 * P,
            "invariant.2": (1 - m) ** 2,
        },
    )
    count = combine(runs.at_next_state(4), using={"invariant.4": 1}, squares=[(1, 1)])
    thrown = induct(runs, (None,) * 5, (kept, power, positive, decays, count))
    step = combine(
        claim.part(1),
        using={"step": 1, "slower": beta - m, "friction": beta - m},
        scale=2 * m,
    )
    return conjoin(claim, [thrown, step])
