"""(x² + y²)² + x³ − 3xy² is bounded below with three minima, and at its monkey saddle H = 0.

The stationary points are the origin, where gradient and Hessian both vanish, and three points at
the distance 3/4, the minima (f = r⁴ + r³ cos 3φ in polar coordinates). At the origin the gradient
is smaller than every ε, no eigenvalue is below any −γ, and no minimum is within any δ < 3/4: there
are no constants with which this is a strict saddle function.
"""

from sympy import ImmutableMatrix, Rational, hessian, sqrt

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, real, roots

x, y = real("x y")
bowl_with_monkey = (x**2 + y**2) ** 2 + x**3 - 3 * x * y**2
side, height = Rational(3, 8), 3 * sqrt(3) / 8


def hessian_at(a, b):
    return ImmutableMatrix(hessian(bowl_with_monkey, (x, y)).xreplace({x: a, y: b}))


claim = Claim(
    id="a-degenerate-saddle-admits-no-strict-saddle-constants",
    items=["E-32", "O-27"],
    says="(x² + y²)² + x³ − 3xy² is no strict saddle function for any constants with δ < 3/4: at "
    "the origin gradient and Hessian vanish, it is no minimum, and the three minima are 3/4 away.",
    given={},
    then=(
        Roots(
            (bowl_with_monkey.diff(x), bowl_with_monkey.diff(y)),
            (x, y),
            ((0, 0), (-2 * side, 0), (side, height), (side, -height)),
        ),
        Inertia(hessian_at(0, 0), 0, 0, 2),
        Inertia(hessian_at(-2 * side, 0), 2, 0, 0),
    ),
    scope="the two other minima by rotation through a third of a turn; on the axis f = x⁴ + x³ has "
    "both signs near 0",
)


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
    return conjoin(
        claim,
        [
            roots(claim.part(0), eliminants),
            inertia(claim.part(1)),
            inertia(claim.part(2)),
        ],
    )
