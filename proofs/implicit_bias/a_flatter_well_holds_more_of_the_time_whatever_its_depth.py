"""Wells of depths 1 and 16, the deeper one 64 times as sharp: SGD is in the sharper one.

For short steps and Gaussian noise of one size everywhere SGD is taken for the diffusion dX =
−f′(X)dt + √(2T)dW. Its stationary density in a well of depth Δ and radius r is p(x) = (B/T)exp(Δ(1
− x²/r²)/T), B its value at the barrier times T. The share of the time in the flatter well is ∫ p ≤
2r p(0), in the sharper one ∫ q ≥ 2ρ q(ρ) for every ρ ≤ R. With T = B = 1, depths 1 and 16, radii 2
and 1 (curvatures 1/2 and 32) and ρ = 1/2 these are 4e and e¹²: the flatter minimum is visited less.
As T → 0 the deeper well has all the time, whatever the curvatures are: more visits of flatter
minima is true of minima of one depth, with noise that is no stronger in the flatter one.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, function, ge, gt, le, lt, real, refute

x, r, R, rho, T, B, low, high = real("x r R rho T B Delta H")
p = function("p", (x,), B / T * exp(low * (1 - x**2 / r**2) / T))
q = function("q", (x,), B / T * exp(high * (1 - x**2 / R**2) / T))
f = function("f", (x,), low * x**2 / r**2)
g = function("g", (x,), high * x**2 / R**2)

claim = Claim(
    id="a-flatter-well-holds-more-of-the-time-whatever-its-depth",
    says="For the diffusion of short steps with one noise everywhere the flatter of two wells has "
    "at least as much of the time: an upper bound 2r p(0) of its share is not below a lower bound "
    "2ρ q(ρ) of that of the sharper one.",
    items={"O-70": "whole", "O-91": "part prefers-flat"},
    where={
        x: "the place, from the minimum",
        (r, R): "the radii of the flatter and of the sharper well",
        (low, high): "their depths",
        rho: "a distance from the sharper minimum",
        T: "the strength of the noise, the same in both",
        B: "the value of Tp at the barrier",
    },
    given={
        "radius": gt(r),
        "sharper_radius": gt(R),
        "depth": gt(low),
        "sharper_depth": gt(high),
        "noise": gt(T),
        "barrier": gt(B),
        "flatter": lt(f.partial(x, x), g.partial(x, x)),
        "distance": gt(rho),
        "inside": le(rho, R),
    },
    then=ge(2 * r * p(0), 2 * rho * q(rho)),
    about="how long SGD stays in the wells of two minima",
    scope="two quadratic wells in one variable, joined at a barrier",
)


def refutation():
    point = {r: 2, R: 1, low: 1, high: 16, T: 1, B: 1, rho: Rational(1, 2), x: 0}
    return refute(claim, point)
