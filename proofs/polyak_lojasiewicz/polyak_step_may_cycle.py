"""On the PL function x² + (289/12)x⁴/(1 + x⁴) Polyak's step goes from 2 to −2 and back.

x f′ ≥ 2x², so that even the restricted secant inequality holds, and f ≤ (313/24)x². At ±2 the value
is 80/3 and the slope ±20/3: a step (f − f*)/|f′|² along the slope has length 4.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, le, real

x = real("x")
f = function("f", (x,), x**2 + 289 * x**4 / (12 + 12 * x**4))
slope = {place: f.partial(x, at=(place,)) for place in (2, -2)}

claim = Claim(
    id="polyak-step-may-cycle",
    says="x² + (289/12)x⁴/(1 + x⁴) has a 147-Lipschitz slope, fulfils the restricted secant "
    "inequality with µ = 2 and PL with µ = 48/313, and Polyak's step (f − f*)/|f′|² leads "
    "from 2 to −2, and from there to 2.",
    items={},
    where={x: "a point of the line"},
    given={},
    then=(
        ge(x * f.partial(x), 2 * x**2),
        ge(f.partial(x) ** 2 / 2, Rational(48, 313) * (f(x) - f(0))),
        le(f.partial(x, x), 147),
        ge(f.partial(x, x), -147),
        eq(2 - (f(2) - f(0)) / slope[2] ** 2 * slope[2], -2),
        eq(-2 - (f(-2) - f(0)) / slope[-2] ** 2 * slope[-2], 2),
    ),
    bridges=("mean-value-inequality",),
    scope="x² + (289/12)x⁴/(1 + x⁴) on the line",
)
witness = {x: 1}


def proof():
    u, d = x**2, 1 + x**4
    a = Rational(289, 12)
    k = Rational(48, 313)
    squares = (
        [(4 * a / d**2, u)],
        [(8 * a / d**2, u), (8 * a**2 / d**4, x**3), (k * a / (2 * d), x * (1 - u))],
        [
            (Rational(1, 2), 1),
            (6 * a * (2 + u**2) / d**2, u),
            (6 * a / d**3, 1 - u),
            (20 * a / d**3, x**3),
        ],
        [
            (149 - 5 * a / 2, 1),
            (5 * a / 2 * (d**2 + 2 * u * d + 4 * u**2) / d**3, 1 - u),
            (12 * a / d**3, x),
        ],
    )
    held = [combine(claim.part(i), using={}, squares=q) for i, q in enumerate(squares)]
    cycle = [combine(claim.part(i), using={}) for i in (4, 5)]
    return conjoin(claim, [*held, *cycle])
