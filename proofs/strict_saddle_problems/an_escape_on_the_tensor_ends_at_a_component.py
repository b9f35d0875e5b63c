"""On the sphere in every dimension, −Σ xᵢ⁴ has no minima but ±eᵢ: that is where an escape can end.

At a stationary point of the sphere xᵢ³ = λxᵢ with λ = Σ xᵢ⁴, and along the tangent (xⱼ, −xᵢ) in the
plane of two coordinates the second derivative is 4λ(xᵢ² + xⱼ²) − 24xᵢ²xⱼ², which is −16xᵢ²xⱼ² if
neither is 0. So without negative curvature only one coordinate is left, ±1, and the value −1 is
the least (the-components-are-the-lowest-points-of-the-tensor). Unlike those of completion, runs
stay bounded, on the sphere.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, ge, le, real

x, y, lam, t = real("x y lambda t")
moved = (x + t * y) ** 4 + (y - t * x) ** 4
turned = function("h", (t,), -moved + lam * (1 + t**2 * (x**2 + y**2)) ** 2)

claim = Claim(
    id="an-escape-on-the-tensor-ends-at-a-component",
    says="For an orthogonal tensor of order four on the sphere, in every dimension, no two "
    "coordinates of a stationary point without negative curvature differ from 0: it is a component "
    "±eᵢ, a global minimum.",
    items={"O-30": "instance"},
    where={
        (x, y): "any two coordinates of the point",
        lam: ("the sum of the fourth powers of all coordinates", r"\textstyle\sum_k x_k^4"),
    },
    given={
        "stationary_along_x": eq(x**3, lam * x),
        "stationary_along_y": eq(y**3, lam * y),
        "no_negative_curvature": ge(turned.partial(t, t, at=(0,))),
    },
    then=le(x**4 * y**4, 0),
    repairs="escaping-saddles-ends-in-a-local-minimum",
    about="where what escapes saddles ends in the problems of the article",
    scope="every dimension; −Σ xᵢ⁴ times the fourth power of the length is h(t), up to a constant, "
    "where the point x, of length 1, is moved by t along the tangent (y, −x) in the plane of two "
    "of its coordinates",
)
witness = {x: 1, y: 0, lam: 1}
quarter = Rational(1, 4)
countermodels = {
    "stationary_along_x": {x: quarter, y: 1, lam: 1},
    "stationary_along_y": {x: 1, y: quarter, lam: 1},
    "no_negative_curvature": {x: 1, y: 1, lam: 1},
}


def proof():
    return combine(
        claim,
        using={
            "no_negative_curvature": x**2 * y**2 / 16,
            "stationary_along_y": x**4 * y / 4,
            "stationary_along_x": x * y**4 / 4,
        },
    )
