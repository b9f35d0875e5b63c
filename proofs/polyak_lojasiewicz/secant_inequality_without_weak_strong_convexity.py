"""x² + 8x⁴/(1 + x⁴) satisfies the secant inequality with µ = 2, and is not weakly strongly convex.

x f′ = 2x² + 32x⁴/(1 + x⁴)², while at 2 the slope is so small that the tangent there lies above the
minimum at 0: f(2) + f′(2)(0 − 2) > f(0).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, gt, le, lt, real

x, m = real("x m")
f = function("f", (x,), x**2 + 8 * x**4 / (1 + x**4))

claim = Claim(
    id="secant-inequality-without-weak-strong-convexity",
    says="x² + 8x⁴/(1 + x⁴) has a 50-Lipschitz slope and fulfils the restricted secant inequality "
    "with µ = 2, but at 2 weak strong convexity fails for every m > 0.",
    items={},
    where={x: "a point of the line", m: "a constant of weak strong convexity"},
    given={"constant": gt(m)},
    then=(
        ge(x * f.partial(x), 2 * x**2),
        le(f.partial(x, x), 50),
        ge(f.partial(x, x), -18),
        lt(2 * f.partial(x, at=(2,)), f(2) - f(0) + m / 2 * 2**2),
    ),
    bridges=("mean-value-inequality",),
    scope="x² + 8x⁴/(1 + x⁴) on the line, whose one minimiser is 0",
)
witness = {x: 1, m: 1}


def proof():
    u, d = x**2, 1 + x**4
    squares = (
        [(32 / d**2, u)],
        [(48 * (2 + u**2) / d**2, u), (48 / d**3, 1 - u), (160 / d**3, x**3)],
        [(20 * (d**2 + 2 * u * d + 4 * u**2) / d**3, 1 - u), (96 / d**3, x)],
    )
    held = [combine(claim.part(i), using={}, squares=q) for i, q in enumerate(squares)]
    excess = Rational(508, 289)
    return conjoin(
        claim, [*held, combine(claim.part(3), using={"constant": 2}, squares=[(excess, 1)])]
    )
