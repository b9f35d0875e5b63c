"""Where the gradient vanishes the velocity of momentum falls by the factor β at every step.

v ← βv + ∇J with ∇J = 0 is a geometric decay, for every β < 1.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, lt, real, refute

beta, v, slope = real("beta v g")

claim = Claim(
    id="velocity-stays-high-in-a-flat-region",
    items=["L-30", "L-28"],
    says="With momentum the velocity stays as high as it was while the iterate crosses a flat "
    "region.",
    given={"momentum": gt(beta), "damped": lt(beta, 1), "moving": gt(v), "flat": eq(slope)},
    then=ge(beta * v + slope, v),
    scope="the recursion of the module, v ← βv + ∇J, on an exactly flat region",
)


def refutation():
    return refute(claim, {beta: Rational(9, 10), v: 1, slope: 0})
