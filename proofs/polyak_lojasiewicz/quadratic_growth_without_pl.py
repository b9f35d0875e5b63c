"""½x² − (25/16)x⁴/(4 + x⁴) grows quadratically with µ = 7/32 and is PL for no µ.

With u = x²/2 the function is u − (25/16)u²/(1 + u²) = (7/32)u + (25/32)u(1 − u)²/(1 + u²). It has a
stationary point at 1 where its value is 3/16, above the minimum 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, lt, real

x, m = real("x m")
f = function("f", (x,), x**2 / 2 - 25 * x**4 / (64 + 16 * x**4))

claim = Claim(
    id="quadratic-growth-without-pl",
    says="½x² − (25/16)x⁴/(4 + x⁴) has a 4-Lipschitz slope and quadratic growth with µ = 7/32, but "
    "at its stationary point 1 PL and the error bound fail for every m > 0.",
    items={},
    where={x: "a point of the line", m: "a constant"},
    given={"constant": gt(m)},
    then=(
        ge(f(x), f(0) + Rational(7, 32) * x**2 / 2),
        le(f.partial(x, x), 4),
        ge(f.partial(x, x), -4),
        eq(f.partial(x, at=(1,)), 0),
        lt(f.partial(x, at=(1,)) ** 2 / 2, m * (f(1) - f(0))),
        lt(f.partial(x, at=(1,)) ** 2, m**2 * 1**2),
    ),
    bridges=("mean-value-inequality",),
    scope="½x² − (25/16)x⁴/(4 + x⁴) on the line",
)
witness = {x: 1, m: 1}


def proof():
    u = x**2 / 2
    d = 1 + u**2
    k = Rational(25, 32)
    squares = (
        [(k / (2 * d), x * (1 - u))],
        [
            (3 - 5 * k / 2, 1),
            (5 * k / 2 * (d**2 + 2 * u * d + 4 * u**2) / d**3, 1 - u),
            (6 * k / d**3, x),
        ],
        [
            (5 - 6 * k, 1),
            (6 * k * (2 + u**2) / d**2, u),
            (6 * k / d**3, 1 - u),
            (5 * k / (2 * d**3), x**3),
        ],
    )
    held = [combine(claim.part(i), using={}, squares=q) for i, q in enumerate(squares)]
    return conjoin(
        claim,
        [
            *held,
            combine(claim.part(3), using={}),
            combine(claim.part(4), using={"constant": Rational(3, 16)}),
            combine(claim.part(5), using={"constant": m}),
        ],
    )
