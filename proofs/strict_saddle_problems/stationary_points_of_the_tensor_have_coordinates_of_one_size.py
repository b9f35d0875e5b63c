"""On the sphere −Σ xᵢ⁴ is stationary just where the coordinates that are not 0 have one size.

The sum has the slope −4xᵢ³ along xᵢ, and on the sphere it is stationary where these are λxᵢ with
one λ. For two coordinates x, y then xy(x² − y²) = 0. Conversely, with k coordinates ±a, others 0,
ka² = 1, each slope is −4a² = −4/k times its coordinate, and the value is −1/k.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

x, y, z, k, a, multiplier = real("x y z k a ell")
term = function("q", (x,), -(x**4))

claim = Claim(
    id="stationary-points-of-the-tensor-have-coordinates-of-one-size",
    says="A point of the sphere is stationary for an orthogonal tensor of order four if and only "
    "if any two coordinates that are not 0 have the same size; with k of them, each is 1/√k up to "
    "its sign and the value is −1/k.",
    items={"O-29": "part orthogonal-tensor-stationary-points", "E-36": "instance"},
    where={
        (x, y): "two coordinates of a stationary point",
        multiplier: ("the factor by which the gradient there is the point", r"\lambda"),
        z: "a coordinate of a point with k coordinates a or −a and no other but 0",
        k: "the number of coordinates that are not 0",
        a: "their common size",
    },
    given={
        "along_x": eq(term.partial(x), multiplier * x),
        "along_y": eq(term.partial(x, at=(y,)), multiplier * y),
        "one_size": eq(z * (z**2 - a**2)),
        "coordinates": gt(k),
        "on_the_sphere": eq(k * a**2, 1),
    },
    then=(
        eq(x * y * (x**2 - y**2)),
        eq(term.partial(x, at=(z,)), -4 / k * z),
        eq(k * term(a), -1 / k),
    ),
    scope="every dimension: the tensor is −Σ xᵢ⁴, q what one coordinate adds to it; stationary on "
    "the sphere is where the gradient is a multiple of the point",
)
witness = {x: 1, y: 0, multiplier: -4, z: 1, k: 1, a: 1}
countermodels = {
    "along_x": witness | {x: 2, y: 1},
    "along_y": witness | {y: 2},
    "one_size": witness | {z: 2},
    "on_the_sphere": witness | {a: 2, z: 2},
}


def proof():
    quarter = Rational(1, 4)
    same = combine(claim.part(0), using={"along_x": -y * quarter, "along_y": x * quarter})
    slope = combine(claim.part(1), using={"one_size": -4, "on_the_sphere": -4 * z / k})
    value = combine(claim.part(2), using={"on_the_sphere": -(k * a**2 + 1) / k})
    return conjoin(claim, [same, slope, value])
