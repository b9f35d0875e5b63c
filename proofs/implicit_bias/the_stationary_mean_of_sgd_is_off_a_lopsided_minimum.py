"""A stationary law has E f′(x) = 0, so that its mean is off the minimum where f is not symmetric.

With f = ½hx² + κx³/3 near 0, short steps and bounded noise the iterate stays near 0, and E x =
E x − ηE f′(x) gives hE x + κE x² = 0: the mean lies on the flatter side, by κE x²/h. That is of the
order of the step, while the spread is of the order of its root: centred in the limit alone.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

x, eta, h, kappa, mean, square = real("x eta h kappa m_1 m_2")
f = function("f", (x,), h * x**2 / 2 + kappa * x**3 / 3)

claim = Claim(
    id="the-stationary-mean-of-sgd-is-off-a-lopsided-minimum",
    says="On ½hx² + κx³/3, κ > 0, a stationary law of SGD near the minimum 0 with E x² > 0 has the "
    "mean −κE x²/h < 0: it is not centred at the minimum.",
    items={"O-69": "instance"},
    where={
        x: "the iterate",
        eta: "the step length",
        h: "the curvature at the minimum",
        kappa: "half the third derivative",
        mean: ("the mean of the law", r"\mathbb E x"),
        square: ("its mean square", r"\mathbb E x^2"),
    },
    given={
        "step": gt(eta),
        "curvature": gt(h),
        "lopsided": gt(kappa),
        "spread": gt(square),
        "stationary": eq(mean, mean - eta * (h * mean + kappa * square)),
    },
    then=(
        eq(f.partial(x), h * x + kappa * x**2),
        eq(mean, -kappa * square / h),
        lt(mean, 0),
    ),
    scope="one variable, a law on places where f is this cubic",
)
witness = {x: 1, eta: 1, h: 1, kappa: 1, mean: -1, square: 1}
countermodels = {
    "lopsided": witness | {kappa: 0, mean: 0},
    "spread": witness | {square: 0, mean: 0},
    "stationary": witness | {mean: 1},
}


def proof():
    slope = combine(claim.part(0), using={})
    value = combine(claim.part(1), using={"stationary": 1}, scale=eta * h)
    below = combine(claim.part(2), using={"stationary": -1, "lopsided": eta * square},
                    scale=eta * h)  # fmt: skip
    return conjoin(claim, [slope, value, below])
