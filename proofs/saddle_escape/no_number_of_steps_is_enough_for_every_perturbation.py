"""From ξ ≤ (1 + 4η)^(−t)/4 beside the double well's saddle, t steps end where it still curves down.

On the double well a step multiplies 0 ≤ x ≤ 1 by no less than 1 and no more than 1 + 4η, and the
curvature along x₁ is 12x² − 4. So for every number of steps there are perturbations after which the
iterate is still where the curvature is at most −13/4. A bound on the steps of perturbed descent
that names no probability is read as one that holds with high probability: the theorems of Jin et
al. (2017) have a failure probability δ, and 1/δ under the logarithm.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta, P, first = real("eta P x_0")

claim = Claim(
    id="no-number-of-steps-is-enough-for-every-perturbation",
    says="From ξ > 0 along the escape direction of the double well's saddle t steps of descent "
    "lead to no more than (1 + 4η)^t ξ, as long as that is at most ¼, and there to a curvature of "
    "at most −13/4: whatever number of steps is allowed, some perturbations are too small for it.",
    items={"O-35": "instance", "O-39": "instance", "O-88": "instance"},
    where={
        eta: "the step length",
        first: ("the perturbation along the escape direction", r"\xi"),
        P: ("the growth of t steps, (1 + 4η)^t", "P_t"),
    },
    given={
        "step": gt(eta),
        "off_the_axis": gt(first),
        "few_steps": le(4 * P * first, 1),
    },
    then=Invariant(
        (ge(x), le(x, P * first), gt(P), le(f.partial(x, x), 12 * P * first * x - 4)),
        start={x: first, y: 0, P: 1},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: (1 + 4 * eta) * P,
        },
    ),
    scope="the double well from its saddle, perturbed along the escape direction",
)
witness = {eta: Rational(1, 8), first: Rational(1, 16)}
countermodels = {
    "step": witness | {eta: -1},
    "off_the_axis": witness | {first: -1},
    "few_steps": witness | {first: 2},
}


def proof():
    ahead = combine(
        claim.at_next_state(0),
        using={
            "invariant.0": 1 + 3 * eta * (1 + x),
            "invariant.1": 4 * eta * x * (1 + x),
            "few_steps": eta * x * (1 + x),
        },
    )
    within = combine(
        claim.at_next_state(1),
        using={"invariant.1": 1 + 4 * eta, "invariant.0": 4 * eta * x**2},
    )
    growing = combine(claim.at_next_state(2), using={"invariant.2": 1 + 4 * eta})
    moved = x - eta * f.partial(x)
    curved = chain(
        claim.at_next_state(3),
        {"ahead": ahead, "within": within},
        using={"within": 12 * moved},
    )
    return induct(claim, (None, None, None, None), (ahead, within, growing, curved))
