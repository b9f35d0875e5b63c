"""(xy − 1)² + x² has the strict saddle property, is bounded below, and has no local minimum.

Its one stationary point is the origin (the-strict-saddle-property-allows-no-minimum-at-all), where
the Hessian ((2, −2), (−2, 0)) is indefinite and f(h, h) = 1 − h² + h⁴: what the article's
definition asks is true, and there is nothing for perturbed descent to converge to. The infimum 0 is
approached along the curve xy = 1 as x → 0, out at infinity. The definition is about stationary
points alone; a theorem needs constants that hold at all points.
"""

from provenscape.kernel import Claim, eq, function, ge, lt, real, refute

x, y, h, k, r, floor = real("x y h k r f_star")
f = function("f", (x, y), (x * y - 1) ** 2 + x**2)
f_xx, f_xy, f_yy = f.partial(x, x), f.partial(x, y), f.partial(y, y)

claim = Claim(
    id="perturbed-descent-finds-a-minimum-of-every-strict-saddle-function",
    says="If H ≻ 0 or λ_min(H) < 0 at every stationary point of f, perturbed descent converges to "
    "a local minimum in polynomial time: here, with f bounded below, the one stationary point "
    "would be one.",
    items={"O-05": "whole", "O-11": "part saddle-escape"},
    where={
        (h, k): "the components of a displacement",
        r: "the radius of a neighbourhood",
        floor: ("a lower bound of f", "f^*"),
    },
    given={
        "strict_saddle": lt(f_xx * f_yy - f_xy**2, 0),
        "stationary_along_x": eq(f.partial(x)),
        "stationary_along_y": eq(f.partial(y)),
        "bounded_below": ge(f(x + h, y + k), floor),
        "near": lt(h**2 + k**2, r**2),
    },
    then=ge(f(x + h, y + k), f(x, y)),
    parameters=(x, y),
    constants=(r,),
    bridges=("first-order-necessary-condition",),
    about="perturbed descent on strict saddle functions",
    scope="(xy − 1)² + x²; of the three results that O-11 calls rigorous the first",
)


def refutation():
    step = r / (2 + 2 * r)
    return refute(claim, {x: 0, y: 0, h: step, k: step, floor: 0})
