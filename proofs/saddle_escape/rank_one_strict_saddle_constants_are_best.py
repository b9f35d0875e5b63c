"""On ¼‖zzᵀ − ee'‖² the constants ½ and 1/√12 of the strict saddle property are the best pair.

At distance √s from the origin across e the Hessian has the eigenvalue s − 1 along e, the gradient
the length √(s³), and both minima are √(1 + s) away. 12s³ − s − 1 = (2s − 1)(6s² + 3s + 1) vanishes
at s = ½ and is negative below: there the slope is less than 1/√12 times the distance.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, lt, real

x, y, z = real("x y z")
f = function("f", (x, y), ((x**2 - 1) ** 2 + 2 * (x * y) ** 2 + y**4) / 4)


def gradient2(at):
    return f.partial(x, at=at) ** 2 + f.partial(y, at=at) ** 2


above, across = (0, z), (0, y)
half = Rational(1, 2)

claim = Claim(
    id="rank-one-strict-saddle-constants-are-best",
    says="On ¼‖zzᵀ − eeᵀ‖² the point at distance √½ across e has the eigenvalue −½ and a gradient "
    "of 1/√12 times its distance from the minima, and points across e nearer the origin have a "
    "smaller share: the curvature ½ cannot be raised while the slope is 1/√12, nor, for points "
    "just beyond √½, the slope while the curvature is ½.",
    items={"E-32": "definition"},
    where={z: "any distance from the origin across e"},
    given={"below": lt(2 * y**2, 1)},
    then=(
        eq(f.partial(x, x, at=above), z**2 - 1),
        eq(f.partial(x, y, at=above)),
        lt(12 * gradient2(across), 1 + y**2),
        eq(12 * gradient2(above) - (1 + z**2), (2 * z**2 - 1) * (6 * z**4 + 3 * z**2 + 1)),
    ),
    scope="the plane of e and z, x along e and y across; 1 + y² is the squared distance of (0, y) "
    "from e and from −e",
)
witness = {y: half, z: half}
countermodels = {"below": {y: 1, z: 0}}
points = [{y: half, z: half}, {y: 0, z: 1}]


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(claim.part(1), using={}),
            combine(claim.part(2), using={"below": 6 * y**4 + 3 * y**2 + 1}),
            combine(claim.part(3), using={}),
        ],
    )
