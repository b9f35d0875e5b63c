"""(1 + vw − c)²/2 has at v = w = 0 the curvatures ±(1 − c), in equal size: it is not nearly convex.

A residual block of two layers, x + vwx, fits the target c. Near v = w = 0, where the path past the
branch dominates, the Hessian is (1 − c) times [[0, 1], [1, 0]]: whatever the radius around it, the
negative curvature is as large as the positive one, unless c = 1 and nothing is to be learned. With
n blocks there are n such pairs. At v = 0, w ≠ 0 the determinant is −(1 − c)²: indefinite, too.
"""

from provenscape.kernel import Claim, function, ge, le, real, refute

v, w, c, r = real("v w c r")
f = function("f", (v, w), (1 + v * w - c) ** 2 / 2)
along = f.partial(v, v) + 2 * f.partial(v, w) + f.partial(w, w)
across = f.partial(v, v) - 2 * f.partial(v, w) + f.partial(w, w)

claim = Claim(
    id="a-residual-network-is-nearly-convex-at-its-initialisation",
    says="Near v = w = 0 the loss (1 + vw − c)²/2 of a residual block is approximately convex: in "
    "a ball of some radius the curvature along (1, −1), if negative, is at most half that along "
    "(1, 1).",
    items={"N-67": "whole"},
    where={
        (v, w): "the two weights of the branch",
        c: "the target",
        r: "the squared radius of a ball around the initialisation",
    },
    parameters=(c,),
    constants=(r,),
    given={"near": le(v**2 + w**2, r)},
    then=ge(across, -along / 2),
    about="the Hessian of a residual network where its branches are small",
    scope="one linear block of two layers and one unit",
)


def refutation():
    return refute(claim, {c: 0, v: 0, w: 0})
