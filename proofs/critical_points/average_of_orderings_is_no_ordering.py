"""The average of a solution with its swapped copy is a reordering of neither, if x₁ ≠ x₂.

With m = (x₁ + x₂)/2 the average is (m, m, x₃, …), and it is an ordering of (x₁, x₂, x₃, …) only if
{m, m} = {x₁, x₂}; but m − x₁ = (x₂ − x₁)/2 = −(m − x₂). So where all optima are orderings of one
solution with distinct components, the average is not optimal.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, gt, real

x1, x2 = real("x1 x2")  # a coordinate in which the first two components differ
middle = (x1 + x2) / 2

claim = Claim(
    id="average-of-orderings-is-no-ordering",
    items=["E-21"],
    says="The average of a solution with its swap has (x₁ + x₂)/2 twice, which is neither x₁ nor "
    "x₂: it is no reordering, hence suboptimal where all optima are reorderings of one.",
    given={"distinct": gt((x1 - x2) ** 2)},
    then=(gt((middle - x1) ** 2), gt((middle - x2) ** 2)),
    scope="a coordinate in which x₁ and x₂ differ; 'likely' in the post is read as: under its own "
    "next sentence, all optima being permutations of one; (x₁ + x₂ − 3)² has others",
)
witness = {x1: 0, x2: 1}
countermodels = {"distinct": {x1: 0, x2: 0}}


def proof():
    quarter = Rational(1, 4)
    return conjoin(claim, [combine(claim.part(i), using={"distinct": quarter}) for i in range(2)])
