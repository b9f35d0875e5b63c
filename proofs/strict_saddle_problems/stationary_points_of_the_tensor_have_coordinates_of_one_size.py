"""On the sphere −Σ xᵢ⁴ is stationary only where the coordinates that are not 0 have one size.

The gradient along the sphere has the entries 4(s xᵢ − xᵢ³), s = Σ xⱼ⁴. Multiplying that of i by xⱼ,
that of j by xᵢ and subtracting removes s. With k coordinates ±a, others 0, k a² = 1, and s = 1/k.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, real
from provenscape.models.landscapes import OnSphere, tensor_decomposition

sphere = OnSphere(tensor_decomposition(2))
x, y = sphere.landscape.variables
s, k, a = real("s k a")


def slope(coordinate):
    """The entry of the gradient, from that of the landscape, with s for the sum of all."""
    free = sphere.landscape.gradient[0].xreplace({x: coordinate})
    return free + 4 * s * coordinate


claim = Claim(
    id="stationary-points-of-the-tensor-have-coordinates-of-one-size",
    items=["O-29", "E-36"],
    says="At a stationary point of an orthogonal tensor of order four on the sphere any two "
    "coordinates that are not 0 have the same size; with k of them, each is 1/√k up to its sign "
    "and the value is −1/k.",
    given={
        "first coordinate": eq(slope(x)),
        "second coordinate": eq(slope(y)),
        "on the sphere": eq(k * a**2, 1),
    },
    then=(eq(x * y * (x**2 - y**2)), eq(k * (k * a**4), 1)),
    scope="every dimension: x and y are any two coordinates, s the sum of the fourth powers of "
    "all; k coordinates equal ±a and the others 0",
)
witness = {x: 1, y: 0, s: 1, k: 1, a: 1}
countermodels = {
    "first coordinate": {x: 2, y: 1, s: 1, k: 1, a: 1},
    "second coordinate": {x: 1, y: 2, s: 1, k: 1, a: 1},
    "on the sphere": {x: 1, y: 0, s: 1, k: 1, a: 2},
}


def proof():
    same = combine(
        claim.part(0),
        using={"first coordinate": -y * Rational(1, 4), "second coordinate": x * Rational(1, 4)},
    )
    value = combine(claim.part(1), using={"on the sphere": k * a**2 + 1})
    return conjoin(claim, [same, value])
