"""Two wells of the same depth 2, noise ±15/4, step ¼: SGD leaves the flat one, never the sharp one.

f(x) = min(x²/2, 2(x − 3)²) for x ≤ 4 has the minima 0 and 3 of value 0, and a barrier of height 2
at 2. In the sharp well a step leads to 3 ± 15/16, inside the well for good. In the flat one it is
x ← ¾x ± 15/16, which a few signs + in a row take beyond 2, from wherever signs − can have led. With
independent signs the iterate is in the sharp well after finitely many steps, almost surely, and the
flatter minimum is visited finitely often. The noise is the same everywhere, the depths are equal.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, eq, function, gt, le, lt, real, refute

x, y, eta, h, k, r, R, z, sigma = real("x y eta h k r R z sigma")
f = function("f", (x,), h * x**2 / 2)
g = function("g", (y,), k * y**2 / 2)

claim = Claim(
    id="sgd-stays-longer-in-flatter-wells",
    says="Flatter minima are visited more often by SGD: of two wells of equal depth, with the same "
    "bounded noise that cannot leave the sharper one, it does not leave the flatter one either.",
    items={"O-70": "whole", "O-91": "part prefers-flat"},
    where={
        (x, y): "the iterates in the flatter and in the sharper well, from its minimum",
        eta: "the step length",
        (h, k): "the curvatures of the two wells",
        (r, R): "their radii",
        z: "the noise of the gradient, anew at each step",
        sigma: "a bound on the noise",
    },
    given={
        "step": gt(eta),
        "flatter": gt(h),
        "sharper": lt(h, k),
        "short": le(eta * k, 1),
        "width": gt(r),
        "sharp_width": gt(R),
        "equal_depth": eq(h * r**2 / 2, k * R**2 / 2),
        "bounded": le(z**2, sigma**2),
        "sharp_well_holds": lt(sigma, k * R),
    },
    then=Invariant(
        (le(y**2, R**2), le(x**2, r**2)),
        start={x: 0, y: 0},
        update={x: x - eta * (f.partial(x) + z), y: y - eta * (g.partial(y) + z)},
        fixed=(eta, h, k, r, R, sigma),
    ),
    about="how long SGD stays in the wells of two minima of equal depth",
    scope="quadratic wells in one variable",
)
one = {z: -Rational(15, 4)}
witness = [
    {eta: Rational(1, 4), h: 1, k: 4, r: 2, R: 1, sigma: Rational(15, 4)} | one,
    *[one] * 3,
]


def refutation():
    return refute(claim, witness)
