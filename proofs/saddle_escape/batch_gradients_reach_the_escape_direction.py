"""At the saddle of a scalar factorization the gradients of all single examples vanish together.

For the losses ½(uv − bᵢ)², as of a linear network with one hidden neuron, the gradient is
(uv − bᵢ)(v, u): at u = v = 0 it is zero for every example, so that no mini-batch makes any noise.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, gt, real, refute

u, v, b, b1, b2, slope1, slope2 = real("u v b b_1 b_2 slope_1 slope_2")
loss = function("loss", (u, v, b), (u * v - b) ** 2 / 2)
first, second = (u, v, b1), (u, v, b2)


def mean(*along):
    return (loss.partial(*along, at=first) + loss.partial(*along, at=second)) / 2


claim = Claim(
    id="batch-gradients-reach-the-escape-direction",
    says="Where the average gradient vanishes at a saddle, some batch has a gradient with a "
    "component along the escape direction, so that one has it with positive probability.",
    items={"L-32": "part nonzero-in-the-escape-direction"},
    where={
        (b1, b2): "the targets of two examples",
        slope1: "the derivative of the first batch's loss along the escape direction",
        slope2: "the derivative of the second batch's loss along the escape direction",
    },
    given={
        "stationary_along_u": eq(mean(u)),
        "stationary_along_v": eq(mean(v)),
        "saddle": gt(mean(u, v) ** 2, mean(u, u) * mean(v, v)),
        "first_slope": eq(slope1, loss.partial(u, at=first) + loss.partial(v, at=first)),
        "second_slope": eq(slope2, loss.partial(u, at=second) + loss.partial(v, at=second)),
    },
    then=gt(slope1**2 + slope2**2),
    about="batch gradients at a saddle",
    scope="the losses ½(uv − bᵢ)² of two examples with bᵢ > 0 of which each is a batch: the "
    "Hessian at the origin is −bᵢ times ((0, 1), (1, 0)), and the escape direction is (1, 1)",
)


def refutation():
    return refute(claim, {u: 0, v: 0, b1: Rational(1, 2), b2: 1, slope1: 0, slope2: 0})
