"""Under warm-up two runs that meet after different steps go on as one: no momentum, no noise.

With momentum the next step depends on the last one, and with noise on chance. On x² − y², where the
steps (1 + 2η)y lead from y = 3 with η = ½ and from y = 2 with η = 1 to the same point, warm-up goes
on from there by the length of the present step alone; momentum β would add β(6 − 3) or β(6 − 2).
What warm-up does at a saddle says warm-up-delays-the-escape.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
a, b, eta_a, eta_b, eta = real("a b eta_a eta_b eta")
one, other = a - eta_a * f.partial(y, at=(x, a)), b - eta_b * f.partial(y, at=(x, b))

claim = Claim(
    id="warm-up-adds-momentum-or-noise",
    says="Each of the listed techniques, learning-rate warm-up among them, adds momentum or noise "
    "to the gradient step: runs that meet after different steps part again.",
    items={"L-47": "part warm-up"},
    where={
        (a, b): "the coordinates y of two runs before a warm-up step",
        (eta_a, eta_b): "the lengths of these two steps",
        eta: "the length of the next step of both runs",
    },
    given={
        "steps_forward": gt(eta_a),
        "steps_forward_too": gt(eta_b),
        "next_step_forward": gt(eta),
        "apart": gt((a - b) ** 2),
        "they_meet": eq(one, other),
    },
    then=gt(
        ((one - eta * f.partial(y, at=(x, one))) - (other - eta * f.partial(y, at=(x, other)))) ** 2
    ),
    scope="x² − y² along y, a step length of its own at every step",
)


def refutation():
    return refute(claim, {a: 3, b: 2, eta_a: Rational(1, 2), eta_b: 1, eta: 1, x: 0})
