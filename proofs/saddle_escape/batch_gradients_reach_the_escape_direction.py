"""At the saddle of a scalar factorization the gradients of all single examples vanish together.

For the losses ½(uv − bᵢ)², as of a linear network with one hidden neuron, the gradient is
(uv − bᵢ)(v, u): at u = v = 0 it is zero for every example, so that no mini-batch makes any noise.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, real, refute

u, v, b = real("u v b")
loss = (u * v - b) ** 2 / 2
slopes = loss.diff(u), loss.diff(v)
curvature = loss.diff(u, v)

claim = Claim(
    id="batch-gradients-reach-the-escape-direction",
    items=["L-32"],
    says="Where the average gradient vanishes at a saddle, the gradients of single batches have a "
    "component along the escape direction.",
    given={
        "saddle": eq(u**2 + v**2),
        "indefinite": gt(curvature**2, loss.diff(u, 2) * loss.diff(v, 2)),
    },
    then=gt((slopes[0] + slopes[1]) ** 2),
    scope="the losses ½(uv − bᵢ)² of examples with bᵢ > 0: the Hessian at the origin is −bᵢ times "
    "((0, 1), (1, 0)), and the escape direction is u = v",
)


def refutation():
    return refute(claim, {u: 0, v: 0, b: Rational(1, 2)})
