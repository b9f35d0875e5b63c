"""½(uv − 1)² has the property: where the gradient vanishes, uv = 1 (a global minimum) or u = v = 0.

At the origin the Hessian is ((0, −1), (−1, 0)), with one negative eigenvalue. Elsewhere
(u² + v²)f = ½(uv − 1)(u ∂f/∂v + v ∂f/∂u).
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, gt, inertia, real

u, v = real("u v")
f = function("f", (u, v), (u * v - 1) ** 2 / 2)

claim = Claim(
    id="scalar-factorization-has-the-strict-saddle-property",
    says="The smallest matrix factorization, ½(uv − 1)² ≥ 0, has the strict saddle property: off "
    "the origin its stationary points have the value 0, a global minimum, and the origin is a "
    "strict saddle.",
    items={"N-31": "instance"},
    given={
        "stationary_along_u": eq(f.partial(u)),
        "stationary_along_v": eq(f.partial(v)),
        "off_the_origin": gt(u**2 + v**2),
    },
    then=(eq(f(u, v)), Inertia(f.hessian((0, 0)), 1, 1, 0)),
)
witness = {u: 1, v: 1}
countermodels = {
    "stationary_along_u": {u: 0, v: 1},
    "stationary_along_v": {u: 1, v: 0},
    "off_the_origin": {u: 0, v: 0},
}


def proof():
    half = Rational(1, 2)
    zero = combine(
        claim.part(0),
        using={
            "stationary_along_u": half * v * (u * v - 1),
            "stationary_along_v": half * u * (u * v - 1),
        },
        scale=u**2 + v**2,
    )
    return conjoin(claim, [zero, inertia(claim.part(1))])
