"""Global optima of a symmetric loss need not be permutations of one solution.

The network u₁v₁ + u₂v₂ fits the label 1 at (u₁, v₁, u₂, v₂) = (1, 1, 0, 0) and at (1, 1, 1, 0),
which is no reordering of it. (k-means on the corners of a square is another example.)
"""

from provenscape.kernel import Claim, eq, real, refute

u1, v1, u2, v2 = real("u1 v1 u2 v2")
loss = (u1 * v1 + u2 * v2 - 1) ** 2


def distance2(a, b, c, d):
    return (a - 1) ** 2 + (b - 1) ** 2 + c**2 + d**2


claim = Claim(
    id="all-optima-are-permutations-of-one",
    items=["E-23"],
    says="All global optima of a symmetric problem, exponentially many, are permutations of one.",
    given={"optimal": eq(loss)},
    then=eq(distance2(u1, v1, u2, v2) * distance2(u2, v2, u1, v1)),
    scope="two linear neurons, one example; the solution (1, 1), (0, 0) and its one reordering",
)


def refutation():
    return refute(claim, {u1: 1, v1: 1, u2: 1, v2: 0})
