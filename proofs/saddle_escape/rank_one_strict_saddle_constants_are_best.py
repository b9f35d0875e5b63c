"""On ¼‖zzᵀ − ee'‖² the constants ½ and 1/√12 of the strict saddle property are the best pair.

At distance √s from the origin across e the Hessian has the eigenvalue s − 1 along e, the gradient
the length √(s³), and both minima are √(1 + s) away. 12s³ − s − 1 = (2s − 1)(6s² + 3s + 1) vanishes
at s = ½ and is negative below: there the slope is less than 1/√12 times the distance.
"""

from sympy import Rational, hessian

from provenscape.kernel import Claim, combine, conjoin, eq, lt, real

x, y = real("x y")
loss = ((x**2 - 1) ** 2 + 2 * (x * y) ** 2 + y**4) / 4
across = {x: 0}
curvatures = hessian(loss, (x, y)).xreplace(across)
gradient2 = (loss.diff(x) ** 2 + loss.diff(y) ** 2).xreplace(across)
half = Rational(1, 2)

claim = Claim(
    id="rank-one-strict-saddle-constants-are-best",
    items=["E-32"],
    says="On ¼‖zzᵀ − eeᵀ‖² the point at distance y = √½ across e has the eigenvalue −½ and a "
    "gradient of 1/√12 times its distance from the minima, and for smaller y the gradient is less "
    "than that: neither constant of the strict saddle property can be improved.",
    given={"below": lt(2 * y**2, 1)},
    then=(
        eq(curvatures[0, 0], y**2 - 1),
        eq(curvatures[0, 1]),
        lt(12 * gradient2, 1 + y**2),
        eq(12 * gradient2 - (1 + y**2), (2 * y**2 - 1) * (6 * y**4 + 3 * y**2 + 1)),
    ),
    scope="1 + y² is the squared distance of (0, y) from e and from −e; at y² = ½ the last "
    "expression vanishes",
)
witness = {y: half}
countermodels = {"below": {y: 1}}
points = [{y: half}, {y: 0}]


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
