"""(x² + y²)² + x³ − 3xy² is bounded below with three minima, and at its monkey saddle H = 0.

The stationary points are the origin, where gradient and Hessian both vanish, and three points at
the distance 3/4, the minima (f = r⁴ + r³ cos 3φ in polar coordinates). At the origin the gradient
is smaller than every ε, no eigenvalue is below any −γ, and no minimum is within any δ < 3/4: there
are no constants with which this is a strict saddle function. With s = x² + y²,
f + 27/256 = (2/3)(x² − y² + 3x/4)² + (2/3)(2xy − 3y/4)² + (1/3)(s − 9/16)².
"""

from sympy import Rational, sqrt

from provenscape.kernel import (
    Claim,
    Inertia,
    Roots,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    inertia,
    lt,
    real,
    roots,
)

x, y, h, r = real("x y h r")
f = function("f", (x, y), (x**2 + y**2) ** 2 + x**3 - 3 * x * y**2)
side, height = Rational(3, 8), 3 * sqrt(3) / 8
lowest = f(-2 * side, 0)

claim = Claim(
    id="a-degenerate-saddle-admits-no-strict-saddle-constants",
    says="(x² + y²)² + x³ − 3xy² is no strict saddle function for any constants with δ < 3/4: at "
    "the origin gradient and Hessian vanish and lower values are near, and the three other "
    "stationary points, all global minima, are 3/4 away.",
    items={"E-32": "definition", "O-27": "definition"},
    where={
        h: "the second coordinate of a minimum, ±3√3/8",
        r: "a distance from the origin",
    },
    given={
        "minimum": eq(h**2, Rational(27, 64)),
        "away": gt(r),
        "near": lt(r, 1),
    },
    then=(
        Roots(f.gradient(), (x, y), ((0, 0), (-2 * side, 0), (side, height), (side, -height))),
        Inertia(f.hessian(at=(0, 0)), 0, 0, 2),
        lt(f(-r, 0), f(0, 0)),
        ge(f(x, y), lowest),
        eq(f(side, h), lowest),
        eq(side**2 + h**2, (2 * side) ** 2),
    ),
    bridges=("first-order-necessary-condition",),
)
witness = {x: 0, y: 0, h: height, r: Rational(1, 2)}
countermodels = {
    "minimum": witness | {h: 0},
    "away": witness | {r: 0},
    "near": witness | {r: 2},
}


def proof():
    of_x = (
        (24 * x**2 - 8 * x * y**2 - 9 * x + 6 * y**2) / 96,
        y * (4 * x - 3) ** 2 / 192,
    )
    of_y = (
        y * (2 * x - 3) * (8 * x - 9) / 192,
        -(32 * x**3 - 12 * x**2 - 27 * x - 96 * y**2) / 384,
    )
    eliminants = {
        x: (x**3 * (4 * x + 3) * (8 * x - 3) / 32, of_x),
        y: (y**3 * (64 * y**2 - 27) / 64, of_y),
    }
    squares = [
        (Rational(2, 3), x**2 - y**2 + 2 * side * x),
        (Rational(2, 3), 2 * x * y - 2 * side * y),
        (Rational(1, 3), x**2 + y**2 - Rational(9, 16)),
    ]
    return conjoin(
        claim,
        [
            roots(claim.lemma("stationary points", {}, claim.parts()[0]), eliminants),
            inertia(claim.lemma("Hessian at the origin", {}, claim.parts()[1])),
            combine(claim.part(2), using={"near": r**3}),
            combine(claim.part(3), using={}, squares=squares),
            combine(claim.part(4), using={"minimum": h**2 - Rational(27, 64)}),
            combine(claim.part(5), using={"minimum": 1}),
        ],
    )
