"""Noise in proportion to the curvature, depths 1 and 1024: SGD is in the sharper well.

For short steps SGD is taken for the diffusion dX = −f′(X)dt + √(2T)dW, T half the step length times
the variance of the noise, here T in the flatter well and U in the sharper one, U/T the ratio of the
curvatures. The stationary density in a well of depth Δ and radius r is (B/T)exp(Δ(1 − x²/r²)/T), B
its value at the barrier times T. The share of the time in the flatter well is ∫ p ≤ 2r p(0), in the
sharper one ∫ q ≥ 2ρ q(ρ) for every ρ ≤ R. With radii 2 and 8 and depths 1 and 1024 the curvatures
are 1/2 and 32, so that T = 1, U = 64, and with ρ = 4 the two are 4e < 11 and e¹²/8 > 20 000. The
noise shortens the stay in a sharp well of one depth; depth counts by its ratio to the noise, and is
not bounded by the curvature. At equal depth the flatter well has more of the time.
"""

from sympy import exp

from provenscape.kernel import Claim, eq, function, ge, gt, le, lt, real, refute

x, r, R, rho, T, U, B, low, high = real("x r R rho T U B Delta H")
p = function("p", (x,), B / T * exp(low * (1 - x**2 / r**2) / T))
q = function("q", (x,), B / U * exp(high * (1 - x**2 / R**2) / U))
f = function("f", (x,), low * x**2 / r**2)
g = function("g", (x,), high * x**2 / R**2)

claim = Claim(
    id="noise-like-the-curvature-keeps-sgd-where-it-is-flat",
    says="If noise is proportional to the curvature, the flatter of two wells has at least as much "
    "of the time of the diffusion of short steps: an upper bound 2r p(0) of its share is not below "
    "a lower bound 2ρ q(ρ) of that of the sharper one.",
    items={"O-67": "part time"},
    where={
        x: "the place, from the minimum",
        (r, R): "the radii of the flatter and of the sharper well",
        (low, high): "their depths",
        (T, U): "the strength of the noise in the flatter and in the sharper well",
        rho: "a distance from the sharper minimum",
        B: "the value of density times noise at the barrier",
    },
    given={
        "radius": gt(r),
        "sharper_radius": gt(R),
        "depth": gt(low),
        "sharper_depth": gt(high),
        "noise": gt(T),
        "sharper_noise": gt(U),
        "barrier": gt(B),
        "flatter": lt(f.partial(x, x), g.partial(x, x)),
        "proportional": eq(U * f.partial(x, x), T * g.partial(x, x)),
        "distance": gt(rho),
        "inside": le(rho, R),
    },
    then=ge(2 * r * p(0), 2 * rho * q(rho)),
    about="how long SGD stays in the wells of two minima",
    scope="two quadratic wells in one variable, joined at a barrier",
)


def refutation():
    point = {r: 2, R: 8, low: 1, high: 1024, T: 1, U: 64, B: 1, rho: 4, x: 0}
    return refute(claim, point)
