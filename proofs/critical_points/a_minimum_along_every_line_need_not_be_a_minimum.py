"""A minimum along every line through a point need not be a local minimum.

On each line (at, bt) Peano's function (y − x²)(y − 2x²) is t²(b − a²t)(b − 2a²t), positive for
small t ≠ 0: with b ≠ 0 it is t²((b² − 4a⁴t²)/4 + 3(b − 2a²t)²/4), on the x axis 2t⁴. On the
parabola y = 3x²/2 it is −x⁴/4. So an argument direction by direction, as the post gives it for
H ≻ 0, does not show a minimum by itself; with H ≻ 0 it can be made uniform (claim
positive-definite-hessian-gives-a-strict-minimum), but here H is diag(0, 2).
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Inertia,
    combine,
    conjoin,
    eq,
    function,
    gt,
    inertia,
    lt,
    real,
)

x, y, a, b, t = real("x y a b t")
f = function("f", (x, y), (y - x**2) * (y - 2 * x**2))
ORIGIN = (0, 0)

claim = Claim(
    id="a-minimum-along-every-line-need-not-be-a-minimum",
    says="Peano's function rises along every line through the origin and falls along a parabola; "
    "its gradient vanishes there and its Hessian is semidefinite with an eigenvalue 0.",
    items={},
    where={
        (a, b): "the direction of a line through the origin other than the x axis",
        t: "a parameter on the line, on the x axis and on the parabola",
    },
    given={
        "displaced": gt(t**2),
        "near": lt(4 * a**4 * t**2, b**2),
    },
    then=(
        gt(f(a * t, b * t), f(0, 0)),
        gt(f(t, 0), f(0, 0)),
        lt(f(t, Rational(3, 2) * t**2), f(0, 0)),
        eq(f.partial(x, at=ORIGIN)),
        eq(f.partial(y, at=ORIGIN)),
        Inertia(f.hessian(ORIGIN), 1, 0, 1),
    ),
    scope="Peano's function (y − x²)(y − 2x²)",
)
witness = {a: 1, b: 4, t: 1}
countermodels = {
    "displaced": witness | {t: 0},
    "near": witness | {b: 1},
}


def proof():
    quarter = Rational(1, 4)
    slanted = combine(
        claim.part(0),
        using={"near": t**2 / 4},
        squares=[(3 * quarter, t * (b - 2 * a**2 * t))],
    )
    level = combine(claim.part(1), using={}, squares=[(2, t**2)])
    bent = combine(claim.part(2), using={}, squares=[(quarter, t**2)])
    flat = [combine(claim.part(i), using={}) for i in (3, 4)]
    return conjoin(claim, [slanted, level, bent, *flat, inertia(claim.part(5))])
