"""Global optima of a symmetric loss need not be permutations of one solution.

The network u₁v₁ + u₂v₂ fits the label 1 at (u₁, v₁, u₂, v₂) = (1, 1, 0, 0) and at (1, 1, 1, 0),
which is no reordering of it. (k-means on the corners of a square is another example.)
"""

from provenscape.kernel import Claim, eq, function, real, refute

u1, v1, u2, v2 = real("u1 v1 u2 v2")
f = function("f", (u1, v1, u2, v2), (u1 * v1 + u2 * v2 - 1) ** 2)


def distance2(a, b, c, d):
    return (a - 1) ** 2 + (b - 1) ** 2 + c**2 + d**2


claim = Claim(
    id="all-optima-are-permutations-of-one",
    says="All global optima of a symmetric problem are permutations of one solution.",
    items={"E-23": "part all-are-permutations-of-one"},
    given={"optimal": eq(f(u1, v1, u2, v2), 0)},
    then=eq(distance2(u1, v1, u2, v2) * distance2(u2, v2, u1, v1), 0),
    about="the optima of an objective with permutation symmetry",
    scope="two linear neurons and one example; the product of the squared distances to the "
    "solution (1, 1), (0, 0) and to its one reordering",
)


def refutation():
    return refute(claim, {u1: 1, v1: 1, u2: 1, v2: 0})
