"""(x²y − x − 1)² + (x² − 1)² has two strict minima and no other stationary point on the plane.

So a path from one minimum to another need not meet a saddle: the mountain-pass theorem needs
compactness, and this function does not grow at infinity. On the line there is always one between.
With h = x²y − x − 1: ∂f/∂y = 2x²h, and x is invertible modulo the gradient, so h and x² − 1 lie in
the ideal of the gradient, and with them y(y − 2).
"""

from sympy import Rational, cancel

from provenscape.kernel import (
    Claim,
    Inertia,
    Roots,
    combine,
    conjoin,
    function,
    ge,
    inertia,
    real,
    roots,
)

x, y, p, q = real("x y p q")
h, square = x**2 * y - x - 1, x**2 - 1
f = function("f", (x, y), h**2 + square**2)
minima = ((-1, 0), (1, 2))

claim = Claim(
    id="two-minima-without-a-saddle",
    says="Two global minima in the plane, with positive definite Hessian, need not have a saddle "
    "between them: there is no other stationary point.",
    items={},
    where={(p, q): "any point"},
    given={},
    then=(
        *(ge(f(p, q), f(*point)) for point in minima),
        Roots(f.gradient(), (x, y), minima),
        *(Inertia(f.hessian(at=point), 2, 0, 0) for point in minima),
    ),
    scope="the polynomial (x²y − x − 1)² + (x² − 1)², which is not coercive",
)
witness = {p: 0, q: 0}
points = [{p: -1, q: 0}, {p: 1, q: 2}]


def proof():
    dx = (h**2 + square**2).diff(x).expand()
    inverse = cancel((1 - dx / 2) / x)  # x * inverse = 1 modulo the gradient
    second = -1 + dx / 4  # x**2 * inverse**2 = 1 + dx * second
    third = -Rational(3, 2) + 3 * dx / 4 - dx**2 / 8  # x**3 * inverse**3 = 1 + dx * third
    of_h = (-h * second, inverse**2 / 2)
    of_square = (
        inverse**3 * x**2 / 4 - square * third,
        -(inverse**3) * (2 * x * y - 1) / 4,
    )
    rest = h - square * y  # y - 1 = x + rest
    factor = 2 * x + rest
    of_y = [s * (1 - y * factor) + t * factor for s, t in zip(of_square, of_h, strict=True)]
    complete = roots(claim.part(2), {x: (square, of_square), y: ((y - 1) ** 2 - 1, of_y)})
    squares = [(1, p**2 * q - p - 1), (1, p**2 - 1)]
    lowest = [combine(claim.part(i), using={}, squares=squares) for i in (0, 1)]
    return conjoin(claim, [*lowest, complete, inertia(claim.part(3)), inertia(claim.part(4))])
