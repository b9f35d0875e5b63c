"""No: beyond √3 the parabola ½x² has larger gradients than the formula, at h = 9/5 1.28 to 1.19.

A step of length h on ½x² multiplies x by 1 − h, so that after it g² = 2(h − 1)²(f(x₀) − f*). The
formula 4/(4h − h³ + 2) of claim the-smallest-gradient-of-long-steps is less for √3 < h < 2: the two
agree at √3, where 4 = (4√3 − 3√3 + 2)·2(√3 − 1)². The worst case of one step there is 2(h − 1)²
(claim one-step-beyond-root-three). For N steps it is 2(h − 1)^(2N) from some h on, and between √3
and that a number larger than both (table gradient_worst_cases).
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, ge, gt, le, lt, real, refute

x, h, least = real("x h least")
f = function("f", (x,), x**2 / 2)
after = x - h * f.partial(x)

claim = Claim(
    id="the-bound-of-long-steps-holds-for-every-step-below-two",
    says="For every step 1 ≤ h < 2, in units with L = 1, the least squared gradient of a step is "
    "at most 4(f(x₀) − f*)/(4h − h³ + 2), on ½x² as on every smooth function.",
    items={},
    where={
        x: ("the start", "x_0"),
        h: "the step length times L",
        least: ("a number that no squared gradient norm is below", r"\min_k|\nabla f(x_k)|^2"),
    },
    given={
        "long": ge(h, 1),
        "below_two": lt(h, 2),
        "least_here": le(least, f.partial(x) ** 2),
        "least_next": eq(least, f.partial(x, at=(after,)) ** 2),
        "moving": gt(x**2),
    },
    then=le((4 * h - h**3 + 2) * least, 4 * f(x)),
    about="the least gradient of long steps",
    scope="one step on ½x², f* = 0",
)


def refutation():
    return refute(claim, {x: 1, h: Rational(9, 5), least: Rational(16, 25)})
