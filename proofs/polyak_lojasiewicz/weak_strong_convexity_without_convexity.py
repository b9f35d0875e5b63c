"""x² + 2x⁴/(1 + x⁴) is weakly strongly convex with µ = 1, and not convex.

With u = x² the difference x f′ − f − ½x² is u(½(u² − 2u − 1)² + 4u)/(1 + u²)². The minimiser is 0
alone, so that essential strong convexity would be strong convexity: f″(6/5) < 0 excludes both. Its
slope is Lipschitz: f″ = 2 + 8u(3 − 5u²)/(1 + u²)³, where 2u ≤ 1 + u².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, le, lt, real

x = real("x")
f = function("f", (x,), x**2 + 2 * x**4 / (1 + x**4))
bent = f.partial(x, x, at=(Rational(6, 5),))

claim = Claim(
    id="weak-strong-convexity-without-convexity",
    says="x² + 2x⁴/(1 + x⁴) has a 14-Lipschitz slope and is weakly strongly convex with µ = 1, but "
    "its curvature at 6/5 is negative: it is neither convex nor, having one minimiser, "
    "essentially strongly convex.",
    items={},
    where={x: "a point of the line"},
    given={},
    then=(
        ge(x * f.partial(x), f(x) - f(0) + x**2 / 2),
        ge(f(x), f(0)),
        le(f.partial(x, x), 14),
        ge(f.partial(x, x), -3),
        lt(bent, 0),
    ),
    bridges=(
        "mean-value-inequality",
        "first-order-condition-for-convexity",
        "second-order-condition-for-strong-convexity",
    ),
    scope="x² + 2x⁴/(1 + x⁴) on the line",
)
witness = {x: 1}


def proof():
    u, d = x**2, 1 + x**4
    squares = (
        [(1 / (2 * d**2), x * (u**2 - 2 * u - 1)), (4 / d**2, u)],
        [(1, x), (2 / d, u)],
        [(12 * (2 + u**2) / d**2, u), (12 / d**3, 1 - u), (40 / d**3, x**3)],
        [(5 * (d**2 + 2 * u * d + 4 * u**2) / d**3, 1 - u), (24 / d**3, x)],
    )
    held = [combine(claim.part(i), using={}, squares=q) for i, q in enumerate(squares)]
    low = Rational(6544594078, 7088952961)
    return conjoin(claim, [*held, combine(claim.part(4), using={}, squares=[(low, 1)])])
