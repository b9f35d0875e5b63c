"""−Σ xᵢ⁴ on the sphere of R³ has 26 stationary points, one for each pattern of signs.

Each coordinate is 0, positive or negative, and not all are 0: 3³ − 1 patterns; the sizes then
follow. The list is complete: xᵢ(xᵢ² − 1)(2xᵢ² − 1)(3xᵢ² − 1) lies in the ideal of the equations.
On the circle there are 3² − 1 = 8, and xᵢ(xᵢ² − 1)(2xᵢ² − 1) is in the ideal.
"""

from itertools import product

from sympy import Integer, Rational, sqrt

from provenscape.kernel import Claim, Roots, conjoin, function, roots
from provenscape.models.landscapes import tensor_decomposition


def tensor(d):
    landscape = tensor_decomposition(d)
    return function(f"f{d}", landscape.variables, landscape.expression)


def stationary_points(d):
    """All points of the sphere at which the gradient is a multiple of the point."""
    f = tensor(d)
    x, slope = f.variables, f.gradient()
    radial = sum(v * s for v, s in zip(x, slope, strict=True))
    tangential = (s - radial * v for v, s in zip(x, slope, strict=True))
    return Roots((*tangential, sum(v**2 for v in x) - 1), x, patterns(d))


def patterns(d):
    signs = (pattern for pattern in product((-1, 0, 1), repeat=d) if any(pattern))
    return tuple(tuple(t / sqrt(Integer(sum(map(abs, p)))) for t in p) for p in signs)


claim = Claim(
    id="the-tensor-has-three-to-the-d-minus-one-stationary-points",
    says="An orthogonal tensor of order four has 3^d − 1 stationary points on the sphere of R^d, "
    "one for each pattern of signs, for d = 2 and 3: 8 on the circle and 26 on the sphere.",
    items={"O-29": "instance"},
    given={},
    then=(stationary_points(2), stationary_points(3)),
    scope="d = 2 and 3; stationary on the sphere are the points where the part of the gradient "
    "orthogonal to the point vanishes",
)


def proof():
    circle, sphere = (part.variables for part in claim.then)
    return conjoin(
        claim,
        [
            roots(claim.part(0), {v: on_the_circle(v, circle) for v in circle}),
            roots(claim.part(1), {v: on_the_sphere(v, sphere) for v in sphere}),
        ],
    )


def on_the_circle(v, x):
    """v(v² − 1)(2v² − 1) from the gradient along v, −4v³ + 4v Σ xᵢ⁴, and the norm."""
    place, (w,) = x.index(v), (c for c in x if c != v)
    cofactors = [Integer(0)] * 3
    cofactors[place] = Rational(1, 4)
    cofactors[2] = -v * (w**2 - v**2 + 1)
    return v * (v**2 - 1) * (2 * v**2 - 1), tuple(cofactors)


def on_the_sphere(v, x):
    """v(v² − 1)(2v² − 1)(3v² − 1) from the two pairs with v, v w (v² − w²), and the norm."""
    place = x.index(v)
    u, w = (c for c in x if c != v)
    cofactors = [Integer(0)] * 4
    for one, other in ((u, w), (w, u)):
        weight = -one * (3 * v**2 - 2 * other**2 - 1) * Rational(1, 4)
        cofactors[x.index(one)] += weight * v
        cofactors[place] -= weight * one
    cofactors[3] = v * (6 * v**4 - (3 * v**2 - 1) * (u**2 + w**2) - 5 * v**2 + 2 * u**2 * w**2 + 1)
    return v * (v**2 - 1) * (2 * v**2 - 1) * (3 * v**2 - 1), tuple(cofactors)
