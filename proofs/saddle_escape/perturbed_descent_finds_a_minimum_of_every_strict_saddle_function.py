"""(xy − 1)² + x² has the strict saddle property, is bounded below, and has no local minimum.

Its one stationary point is the origin, where the Hessian ((2, −2), (−2, 0)) is indefinite: what the
article's definition asks is true, and there is nothing for perturbed descent to converge to. The
infimum 0 is approached along the curve xy = 1 as x → 0, out at infinity. The definition is about
stationary points alone; a theorem needs constants that hold at all points.
"""

from provenscape.kernel import Claim, eq, ge, real, refute

x, y, u, v = real("x y u v")
valley = (x * y - 1) ** 2 + x**2
form = valley.diff(x, 2) * u**2 + 2 * valley.diff(x, y) * u * v + valley.diff(y, 2) * v**2

claim = Claim(
    id="perturbed-descent-finds-a-minimum-of-every-strict-saddle-function",
    items=["O-05", "O-11"],
    says="If H ≻ 0 or λ_min(H) < 0 at every stationary point, perturbed descent converges to a "
    "local minimum in polynomial time.",
    given={"critical_x": eq(valley.diff(x)), "critical_y": eq(valley.diff(y))},
    then=ge(form),
    scope="(xy − 1)² + x² ≥ 0, which has the property; a limit would be a stationary point with "
    "semidefinite Hessian, and there is none. Of the three results that O-11 calls rigorous this "
    "is the first; those on PL and on wide networks and flat minima are other items",
)


def refutation():
    return refute(claim, {x: 0, y: 0, u: 1, v: 1})
