"""On the sphere −Σ xᵢ⁴ is stationary only where the coordinates that are not 0 have one size.

Turning two coordinates (x, y) to (x − ty, y + tx)/√(1 + t²) stays on the sphere, and the value h(t)
along it has h'(0) = 4xy(x² − y²). With k coordinates ±a, others 0, ka² = 1, and the value is −1/k.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

x, y, t, rest, k, a = real("x y t rest k a")
h = function("h", (t,), -((x - t * y) ** 4 + (y + t * x) ** 4) / (1 + t**2) ** 2 - rest)

claim = Claim(
    id="stationary-points-of-the-tensor-have-coordinates-of-one-size",
    says="At a stationary point of an orthogonal tensor of order four on the sphere any two "
    "coordinates that are not 0 have the same size; with k of them, each is 1/√k up to its sign "
    "and the value is −1/k.",
    items={"O-29": "part orthogonal-tensor-stationary-points", "E-36": "instance"},
    where={
        (x, y): "two coordinates of the point",
        rest: "the sum of the fourth powers of the others",
        k: "the number of coordinates that are not 0",
        a: "their common size",
    },
    given={
        "stationary": eq(h.partial(t, at=(0,))),
        "coordinates": gt(k),
        "on the sphere": eq(k * a**2, 1),
    },
    then=(eq(x * y * (x**2 - y**2)), eq(-k * a**4, -1 / k)),
    scope="every dimension: h is −Σ xᵢ⁴ along the turn of any two coordinates; k coordinates equal "
    "±a and the others 0",
)
witness = {x: 1, y: 0, rest: 0, k: 1, a: 1}
countermodels = {
    "stationary": witness | {y: 2},
    "on the sphere": witness | {a: 2},
}


def proof():
    same = combine(claim.part(0), using={"stationary": Rational(1, 4)})
    value = combine(claim.part(1), using={"on the sphere": -(k * a**2 + 1) / k})
    return conjoin(claim, [same, value])
