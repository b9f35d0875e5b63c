"""At a bias of 0 a ReLU unit with input 0 has slopes 0 and 1: its error is of first order.

Biases start at 0 in many libraries, and for the input x = 0 (a blank image) the output of a network
with one hidden ReLU layer is then Σ vᵢ max(bᵢ, 0), with a kink at the start itself, whatever the
weights. An expansion f(θ₀) ± gt with an error of at most Ct², for every |t| ≤ r, would make the
mean of the values at t and −t at most Ct², whichever slope g stands in it. It is |t|/2. Where no
unit is at its kink the expansion holds, in a ball that reaches the nearest kink and no farther.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

C, r, t, up, down = real("C r t up down")

claim = Claim(
    id="a-network-differs-from-its-linearisation-by-a-square",
    says="There are C and r such that a network of one ReLU unit with input 0 and bias 0 differs "
    "by at most Ct² from an affine function of its bias within distance r.",
    items={"N-88": "whole"},
    where={
        C: "the constant of the O",
        r: "the radius of a ball around the initial bias, which is 0",
        t: "the change of the bias",
        up: ("the value at the bias t, max(t, 0)", "f(t)"),
        down: ("the value at the bias −t, max(−t, 0)", "f(-t)"),
    },
    given={
        "forward": gt(t),
        "inside": le(t, r),
        "up_is_active_or_zero": eq(up * (up - t), 0),
        "up_above_zero": ge(up),
        "up_above": ge(up, t),
        "down_is_active_or_zero": eq(down * (down + t), 0),
        "down_above_zero": ge(down),
        "down_above": ge(down, -t),
    },
    then=le((up + down) / 2, C * t**2),
    constants=(C, r),
    about="the distance of a network from its linearisation at the start",
    scope="one ReLU unit with output weight 1, at the input 0; f(0) = 0, and the linear term drops "
    "out of the sum over t and −t",
)
step = r / (1 + 4 * C * r)


def refutation():
    return refute(claim, {t: step, up: step, down: 0})
