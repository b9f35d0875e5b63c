"""At a bias of 0 a ReLU unit with input 0 has slopes 0 and 1: its error is of first order.

Biases start at 0 in many libraries, and for the input x = 0 (a blank image) the output of a network
with one hidden ReLU layer is then Σ vᵢ max(bᵢ, 0), with a kink at the start itself. An expansion
f(0) ± gt with an error of at most Ct² would make the mean of the values at t and −t at most Ct²,
whichever slope g stands in it. It is t/2. Where no unit is at its kink the output is smooth in the
weights and the expansion holds, in a ball that reaches the nearest kink; at a start drawn from a
density that is so almost surely.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, lt, real

C, t, up, down = real("C t up down")
half = Rational(1, 2)

claim = Claim(
    id="a-rectified-unit-at-its-kink-has-an-error-of-first-order",
    says="For every C, a ReLU unit with input 0 and bias 0 differs by more than Ct² from every "
    "affine function that agrees with it at 0, at the bias t or −t, if 0 < Ct < 1/2: start "
    "weights at a kink of a unit are to be excluded from the expansion.",
    items={"N-88": "instance"},
    where={
        C: "the constant of an O of second order",
        t: "the change of the bias, 0 at the start",
        up: ("the value at the bias t, max(t, 0)", "f(t)"),
        down: ("the value at the bias −t, max(−t, 0)", "f(-t)"),
    },
    given={
        "forward": gt(t),
        "near": lt(C * t, half),
        "above": ge(up, t),
        "not_negative": ge(down),
    },
    then=gt((up + down) / 2, C * t**2),
    about="the distance of a network from its linearisation at the start",
    scope="one ReLU unit with output weight 1, at the input 0; f(0) = 0, and the linear term drops "
    "out of the sum over t and −t",
)
witness = {C: 1, t: Rational(1, 4), up: Rational(1, 4), down: 0}
countermodels = {
    "forward": {C: 1, t: 0, up: 0, down: 0},
    "near": {C: 1, t: 1, up: 1, down: 0},
    "above": witness | {up: 0},
    "not_negative": witness | {down: -1},
}


def proof():
    return combine(claim, using={"above": half, "not_negative": half, "near": t})
