"""At a bias of 0 a ReLU unit with input 0 has slopes 0 and 1: its error is of first order.

Biases start at 0 in many libraries, and for the input x = 0 (a blank image) the output of a
network with one hidden ReLU layer is then Σ vᵢ max(bᵢ, 0), with a kink at the start itself. An
expansion f(0) ± gt with an error of at most Ct² at the biases t and −t would make
f(t) − 2f(0) + f(−t) at most 2Ct², whichever slope g stands in it. It is t. Where no unit is at its
kink the output is smooth in the weights and the expansion holds, in a ball that reaches the nearest
kink; at a start drawn from a density that is so almost surely.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, lt, real, refute

C, r, t, up, down = real("C r t up down")

claim = Claim(
    id="every-network-is-linear-near-its-start-up-to-a-square",
    says="Near its start every network differs from its linearisation by at most Ct² at the "
    "distance t, so that f(t) − 2f(0) + f(−t) ≤ 2Ct² along each line: a ReLU unit with input 0 "
    "along its bias, from 0, as well.",
    items={"N-88": "whole"},
    where={
        C: "the constant of an O of second order",
        r: "the radius of a neighbourhood of the start",
        t: "the change of the bias, 0 at the start",
        up: ("the value at the bias t, max(t, 0)", "f(t)"),
        down: ("the value at the bias −t, max(−t, 0)", "f(-t)"),
    },
    given={
        "forward": gt(t),
        "near": lt(t, r),
        "up_is_one_of_two": eq(up * (up - t)),
        "up_not_negative": ge(up),
        "up_not_below": ge(up, t),
        "down_is_one_of_two": eq(down * (down + t)),
        "down_not_negative": ge(down),
        "down_not_below": ge(down, -t),
    },
    then=le(up + down, 2 * C * t**2),
    constants=(C, r),
    about="the distance of a network from its linearisation at the start",
    scope="one ReLU unit with output weight 1, at the input 0; f(0) = 0, and the linear term drops "
    "out of the sum over t and −t",
)


def refutation():
    s = r / (1 + 2 * C * r)
    return refute(claim, {t: s, up: s, down: 0})
