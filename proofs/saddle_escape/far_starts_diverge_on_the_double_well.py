"""On the double well |x| > √(1 + 1/(2η)) grows at every step; at equality the sign changes only.

x⁺ = x(1 + 4η − 4ηx²) with the factor −(1 + 2k), k = 2ηx² − 2η − 1 > 0, and k grows with x². So the
larger the step length, the smaller the interval of starts from which descent converges at all; its
gradient is Lipschitz on bounded sets alone, and no step length is below 1/L everywhere.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta, first, P, t = real("eta x_0 P t")
excess = 2 * eta * first**2 - 2 * eta - 1

claim = Claim(
    id="far-starts-diverge-on-the-double-well",
    says="At every step length η descent on the double well diverges from |x₀| > √(1 + 1/(2η)): "
    "x² grows by the factor (1 + 2k)² at least at every step, with k = 2ηx₀² − 2η − 1 > 0.",
    items={},
    where={
        eta: "the step length",
        first: "the first coordinate of the start",
        P: "the power (1 + 2k)^(2t) after t steps, k = 2ηx₀² − 2η − 1",
        t: "the number of steps so far",
    },
    given={"step": gt(eta), "far": gt(2 * eta * first**2, 2 * eta + 1)},
    then=Invariant(
        (ge(x**2, first**2 * P), ge(P, 1 + 4 * excess * t), ge(t)),
        start={x: first, P: 1, t: 0},
        update={x: x - eta * f.partial(x), P: (1 + 2 * excess) ** 2 * P, t: t + 1},
    ),
    scope="the double well x₁⁴ − 2x₁² + x₂², along the wells",
)
witness = {first: 2, eta: 1, y: 0}
countermodels = {
    "step": [{first: Rational(1, 2), eta: -1, y: 0}, {}, {}],
    "far": [{first: Rational(1, 2), eta: Rational(1, 8), y: 0}, {}, {}],
}


def proof():
    # with κ = 2ηx² − 2η − 1: (1 + 2κ)² − (1 + 2k)² = 4(1 + 2k)(κ − k) + 4(κ − k)²,
    # and κ − k = 2η(x² − x₀²P) + 2ηx₀²(P − 1)
    weight = 8 * eta * x**2 * (1 + 2 * excess)
    farther = combine(
        claim.at_next_state(0),
        using={
            "invariant.0": (1 + 2 * excess) ** 2 + weight,
            "invariant.1": weight * first**2,
            "invariant.2": 4 * excess * weight * first**2,
        },
        squares=[(4, x * (2 * eta * x**2 - 2 * eta * first**2))],
    )
    power = combine(
        claim.at_next_state(1),
        using={
            "invariant.1": (1 + 2 * excess) ** 2,
            "invariant.2": 16 * excess**2 * (1 + excess),
        },
        squares=[(4, excess)],
    )
    count = combine(claim.at_next_state(2), using={"invariant.2": 1}, squares=[(1, 1)])
    return induct(claim, (None, None, None), (farther, power, count))
