"""On −arctan x gradient descent from x₀ ≥ 1 runs off to infinity, so that the slope tends to 0.

A step adds η/(1 + x²) to x, hence at least 3ηx²/(1 + x²) ≥ 3η/2 to x³. The slope −1/(1 + x²) is
negative everywhere: there is no stationary point (vanishing-gradients-lead-to-a-stationary-point).
"""

from sympy import atan

from provenscape.kernel import Claim, Invariant, combine, function, ge, gt, induct, real

x, eta, start, T = real("x eta start T")
f = function("f", (x,), -atan(x))

claim = Claim(
    id="descent-on-minus-arctan-runs-off",
    says="T steps of length η from x₀ ≥ 1 on −arctan x lead to x with x³ ≥ x₀³ + 3ηT/2, beyond "
    "every bound, where the slope −1/(1 + x²) tends to 0.",
    items={"O-03": "instance", "O-20": "instance"},
    where={
        x: ("the iterate", "x_T"),
        T: "the number of steps",
        start: ("the first iterate", "x_0"),
        eta: "the step length",
    },
    given={"first": ge(start, 1), "step": gt(eta)},
    then=Invariant(
        (ge(x, 1), ge(x**3, start**3 + 3 * eta * T / 2)),
        start={x: start, T: 0},
        update={x: x - eta * f.partial(x), T: T + 1},
    ),
    scope="−arctan x",
)
witness = {start: 1, eta: 1}
countermodels = {"first": {start: -1, eta: 1}, "step": {start: 1, eta: -1}}


def proof():
    above = combine(claim.at_next_state(0), using={"invariant.0": 1, "step": 1 / (1 + x**2)})
    grows = combine(
        claim.at_next_state(1),
        using={
            "invariant.1": 1,
            "invariant.0": 3 * eta * (x + 1) / (2 * (1 + x**2)),
            "step": eta**2 / (1 + x**2) ** 3,
        },
        squares=[(3 * x / (1 + x**2) ** 2, eta)],
    )
    return induct(claim, (None, None), (above, grows))
