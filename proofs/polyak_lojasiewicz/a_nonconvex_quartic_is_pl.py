"""x⁴/4 − 2x³/3 + 5x²/8 is PL with µ = 1/8 and is not convex: its second derivative at 2/3 is −1/12.

With y = x − 1 the difference ½f′² − f/8 is x²(96y⁴ + 38y² + (2y + 1)²)/192.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, lt, real

x = real("x")
f = function("f", (x,), x**4 / 4 - 2 * x**3 / 3 + 5 * x**2 / 8)
mu = Rational(1, 8)

claim = Claim(
    id="a-nonconvex-quartic-is-pl",
    says="x⁴/4 − 2x³/3 + 5x²/8 satisfies the PL inequality with µ = 1/8 everywhere, and its second "
    "derivative is negative at 2/3.",
    items={"O-43": "part strictly-weaker", "O-44": "whole"},
    where={x: "a point of the line"},
    given={},
    then=(
        ge(f.partial(x) ** 2 / 2, mu * (f(x) - f(0))),
        ge(f(x), f(0)),
        lt(f.partial(x, x, at=(Rational(2, 3),)), 0),
    ),
)
witness = {x: 1}
points = [{x: 0}, {x: Rational(5, 6)}]


def proof():
    y = x - 1
    inequality = combine(
        claim.part(0),
        using={},
        squares=[
            (Rational(1, 2), x * y**2),
            (Rational(19, 96), x * y),
            (Rational(1, 192), x * (2 * y + 1)),
        ],
    )
    lowest = combine(
        claim.part(1),
        using={},
        squares=[(Rational(1, 4), x * (x - Rational(4, 3))), (Rational(13, 72), x)],
    )
    bent = combine(claim.part(2), using={}, squares=[(Rational(1, 12), 1)])
    return conjoin(claim, [inequality, lowest, bent])
