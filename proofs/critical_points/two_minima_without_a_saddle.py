"""(x²y − x − 1)² + (x² − 1)² has two strict minima and no other stationary point on the plane.

So a path from one minimum to another need not meet a saddle: the mountain-pass theorem needs
compactness, and this function does not grow at infinity. On the line there is always one between.
With h = x²y − x − 1: ∂f/∂y = 2x²h, and x is invertible modulo the gradient, so h and x² − 1 lie in
the ideal of the gradient, and with them y(y − 2).
"""

from sympy import ImmutableMatrix, Rational, cancel, hessian

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, real, roots

x, y = real("x y")
h, square = x**2 * y - x - 1, x**2 - 1
function = h**2 + square**2
slopes = (function.diff(x), function.diff(y))
minima = ((-1, 0), (1, 2))


def curvature(point):
    at = dict(zip((x, y), point, strict=True))
    return Inertia(ImmutableMatrix(hessian(function, (x, y)).xreplace(at)), 2, 0, 0)


claim = Claim(
    id="two-minima-without-a-saddle",
    items=["E-24"],
    says="Two strict minima on the plane need not have a saddle between them.",
    given={},
    then=(Roots(slopes, (x, y), minima), *map(curvature, minima)),
    scope="a polynomial that is not coercive; for coercive functions the mountain-pass theorem "
    "gives a further stationary point",
)
witness = {}


def proof():
    dx = slopes[0].expand()
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
    complete = roots(claim.part(0), {x: (square, of_square), y: ((y - 1) ** 2 - 1, of_y)})
    return conjoin(claim, [complete, inertia(claim.part(1)), inertia(claim.part(2))])
