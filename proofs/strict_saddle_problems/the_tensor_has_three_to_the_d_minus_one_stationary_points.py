"""−Σ xᵢ⁴ on the sphere of R³ has 26 stationary points; in dimension d there are 3^d − 1.

Each coordinate is 0, positive or negative, and not all are 0; the sizes then follow. One more
coordinate turns each of the 3^d patterns into three. In three dimensions the list is complete:
xᵢ(xᵢ² − 1)(2xᵢ² − 1)(3xᵢ² − 1) lies in the ideal of the equations.
"""

from sympy import Integer, Rational, sqrt

from provenscape.kernel import Claim, Invariant, Roots, combine, conjoin, eq, induct, real, roots
from provenscape.models.landscapes import OnSphere, tensor_decomposition

sphere = OnSphere(tensor_decomposition(3))
x = sphere.landscape.variables
norm = sum(v**2 for v in x) - 1
number, patterns = real("number patterns")
T = (-1, 0, 1)
SIGNS = [(i, j, k) for i in T for j in T for k in T if i or j or k]

claim = Claim(
    id="the-tensor-has-three-to-the-d-minus-one-stationary-points",
    items=["O-29"],
    says="An orthogonal tensor of order four has 26 stationary points on the sphere of R³, one for "
    "each pattern of signs, and 3^d − 1 in dimension d.",
    given={},
    then=(
        Roots(
            (*sphere.gradient, norm),
            x,
            tuple(tuple(t / sqrt(Integer(sum(map(abs, s)))) for t in s) for s in SIGNS),
        ),
        Invariant(
            eq(number + 1, patterns),
            start={number: 2, patterns: 3},
            update={number: 3 * (number + 1) - 1, patterns: 3 * patterns},
        ),
    ),
    scope="the list in three dimensions; the number in every dimension, since the coordinates that "
    "are not 0 have one size",
)
witness = {number: 2, patterns: 3}


def proof():
    complete = roots(claim.part(0), {v: eliminant(v) for v in x})
    count = claim.part(1)
    bound = count.then
    base = combine(with_then(count, bound.relation.subs(bound.start)), using={})
    lifted = with_then(count, bound.relation.subs(bound.update), {"the invariant": bound.relation})
    step = combine(lifted, using={"the invariant": 3})
    return conjoin(claim, [complete, induct(count, base, step)])


def eliminant(v):
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


def with_then(count, then, more=()):
    return Claim(count.id, count.items, count.says, dict(more), then)
