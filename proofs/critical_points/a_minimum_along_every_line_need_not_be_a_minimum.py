"""A minimum along every line through a point need not be a local minimum.

On each line (at, bt) Peano's function (y − x²)(y − 2x²) is t²(b − a²t)(b − 2a²t), positive for
small t ≠ 0: with b ≠ 0 it is t²((b² − 4a⁴t²)/4 + 3(b − 2a²t)²/4), on the x axis 2a⁴t⁴. On the
parabola y = 3x²/2 it is −x⁴/4. So an argument direction by direction does not show a minimum; with
H ≻ 0 it can be made uniform (claim positive-definite-hessian-gives-a-strict-minimum), but here H is
diag(0, 2).
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, combine, conjoin, gt, inertia, lt, real

x, y, a, b, t = real("x y a b t")
peano = (y - x**2) * (y - 2 * x**2)
hessian = sp.ImmutableMatrix(sp.hessian(peano, (x, y)).xreplace({x: 0, y: 0}))

claim = Claim(
    id="a-minimum-along-every-line-need-not-be-a-minimum",
    items=["E-09"],
    says="Rising along every line through a stationary point does not make it a local minimum when "
    "H is only semidefinite.",
    given={
        "displaced": gt(t**2),
        "near": lt(4 * a**4 * t**2, b**2),
        "along_x": gt(a**2),
    },
    then=(
        gt(peano.xreplace({x: a * t, y: b * t})),
        gt(peano.xreplace({x: a * t, y: 0})),
        lt(peano.xreplace({x: t, y: sp.Rational(3, 2) * t**2}), 0),
        Inertia(hessian, 1, 0, 1),
    ),
    scope="Peano's function (y − x²)(y − 2x²)",
)
witness = {a: 1, b: 4, t: 1, x: 0, y: 0}
countermodels = {
    "displaced": witness | {t: 0},
    "near": witness | {b: 1},
    "along_x": witness | {a: 0},
}


def proof():
    quarter = sp.Rational(1, 4)
    slanted = combine(
        claim.part(0),
        using={"near": t**2 / 4},
        squares=[(3 * quarter, t * (b - 2 * a**2 * t))],
    )
    level = combine(claim.part(1), using={}, squares=[(2, a**2 * t**2)])
    bent = combine(claim.part(2), using={}, squares=[(quarter, t**2)])
    return conjoin(claim, [slanted, level, bent, inertia(claim.part(3))])
