"""The distance to a fit does not fall with the width: one label of 1 costs a distance of 1.

The network m^(−1/2) Σ a_r of units that are all 1 at the one input, with output 0 at the start and
label 1, moves each a_r by 1/√m, and all of them together by the length 1, at every width. What
falls is the movement of one weight, and the movement relative to ‖θ₀‖, which is of order √m for
weights of order one (the-distance-to-the-fit-is-set-by-the-kernel).
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

M, epsilon, s, d = real("M epsilon s d")

claim = Claim(
    id="training-moves-the-weights-of-a-wide-network-little",
    says="For every ε there is a width from which on training moves the weights, all together, by "
    "a distance of at most ε.",
    items={"O-62": "part wide"},
    where={
        M: "a number whose square is a large enough width",
        epsilon: "the distance allowed",
        s: ("the square root of the width m", r"\sqrt{m}"),
        d: "the change of each weight",
    },
    given={
        "accuracy": gt(epsilon),
        "wide": ge(s, M),
        "fits_the_label": eq(s**2 * d / s, 1),
    },
    then=le(s**2 * d**2, epsilon**2),
    parameters=(epsilon,),
    constants=(M,),
    about="how far training moves the weights of a wide network",
    scope="output weights of m equal units, scaled by 1/√m, one example with output 0 at the start "
    "and label 1; descent moves all weights alike",
)


def refutation():
    return refute(claim, {epsilon: Rational(1, 2), s: M, d: 1 / M})
