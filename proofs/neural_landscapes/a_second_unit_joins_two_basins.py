"""One hidden unit: two branches of fits with loss ½ between; two hidden units: an arc joins them.

A linear network of one hidden unit: every path from (1, 1) to (−1, −1), the same network with the
signs of its unit exchanged, meets u = 0 and there the loss (uv − 1)²/2 is ½. One unit has no other
permutation than to stay. With two units, u·v = 1 in the plane, both weights turn by the same angle
from (1, 0) to (−1, 0) without loss. So what is one basin depends on the width, on paths that are
curved (the straight one passes through 0, with loss ½), and on signs beside permutations; with one
unit more than needed all permuted minima are joined in a network of any smooth activation, under
conditions (Şimşek et al. 2021).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

u, v, p, q, x, y = real("u v p q x y")
one = function("one", (u, v), (u * v - 1) ** 2 / 2)
two = function("two", (u, v, x, y), (u * v + x * y - 1) ** 2 / 2)

claim = Claim(
    id="a-second-unit-joins-two-basins",
    says="The fits (1, 1) and (−1, −1) of a linear network with one hidden unit are separated by "
    "loss ½ on every path; with two units their like, (1, 0) and (−1, 0) in both layers, are "
    "joined by an arc of fits, and the straight way still has loss ½ in the middle.",
    items={"N-59": "instance", "N-103": "instance"},
    where={
        (u, v): "in- and outgoing weight of the first unit",
        (x, y): "of the second",
        (p, q): "a point of the unit circle",
    },
    given={"circle": eq(p**2 + q**2, 1)},
    then=(
        eq(one(1, 1), 0),
        eq(one(-1, -1), 0),
        eq(one(0, v), Rational(1, 2)),
        eq(two(p, p, q, q), 0),
        eq(two(0, 0, 0, 0), Rational(1, 2)),
    ),
    bridges=("intermediate-value-theorem",),
    scope="linear networks with one input and one output, squared loss on the one example 1 ↦ 1",
)
witness = {v: 1, p: 1, q: 0}
points = [witness, {v: 2, p: Rational(3, 5), q: Rational(4, 5)}]
countermodels = {"circle": witness | {q: 1}}


def proof():
    arc = combine(claim.part(3), using={"circle": (p**2 + q**2 - 1) / 2})
    return conjoin(claim, [arc, *(combine(claim.part(i), using={}) for i in (0, 1, 2, 4))])
