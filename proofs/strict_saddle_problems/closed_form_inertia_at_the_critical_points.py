"""In small sizes a closed form gives the numbers of positive, negative and zero curvatures.

M is diagonal (m × n) with k singular values σ; U and V keep those in S (s of them, in balanced
columns √σᵢeᵢ) and have d = r − s zero columns. The Hessian then splits into blocks of size 1 and 2:
a zero column pairs with each left-out value (±σⱼ) and is flat otherwise; a kept column pairs with
each left-out value (σᵢ ± σⱼ); the kept block itself has s² positive and s² zero directions, those
of the group U ↦ UG, V ↦ VG⁻ᵀ. Hence

    negative = d(k − s) + #{i ∈ S, j ∉ S: σⱼ > σᵢ},    zero = s² + d(m + n − 2(k − s)),

for distinct σ. If k = r this is 0 negative only at s = r, where UVᵀ = M and the zeros are the r² of
the group alone. With k > r a set S that leaves out a larger value still has a negative direction.
Where the factors are not balanced the counts differ: with M = diag(4, 0) and r = 1 the point U = 0,
V = (0, 1) has two positive, one negative and one zero curvature, U = V = 0 has 1, 1 and 2.
"""

from dataclasses import replace
from itertools import combinations

from sympy import sqrt, zeros

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia
from provenscape.models.landscapes import matrix_factorization

SIZES = [(2, 2, 1, (4, 1)), (3, 2, 1, (4, 1)), (2, 2, 2, (4, 1)), (3, 3, 2, (9, 4, 1))]
SMALL = [
    (index, kept)
    for index, (_, _, r, values) in enumerate(SIZES[:3])
    for s in range(r + 1)
    for kept in combinations(range(len(values)), s)
]
POINTS = [*SMALL, (3, (1,)), (3, (1, 2))]


def counts(m, n, r, values, kept):
    """Positive, negative and zero eigenvalues by the closed form."""
    s, left_out = len(kept), [j for j in range(len(values)) if j not in kept]
    d = r - s
    negative = d * len(left_out) + sum(values[j] > values[i] for i in kept for j in left_out)
    zero = s**2 + d * (m + n - 2 * len(left_out))
    return (m + n) * r - negative - zero, negative, zero


def objective(index):
    """½|UVᵀ − M|² for the sizes with this number, under a name of its own."""
    m, n, r, values = SIZES[index]
    diagonal = zeros(m, n)
    for i, value in enumerate(values):
        diagonal[i, i] = value
    landscape = matrix_factorization(m, n, r, diagonal)
    return function(f"f{index + 1}", landscape.variables, landscape.expression)


OBJECTIVES = [objective(index) for index in range(len(SIZES))]


def point(index, kept):
    """The factors whose product is made of the triplets in `kept`."""
    m, n, r, values = SIZES[index]
    U, V = zeros(m, r), zeros(n, r)
    for column, i in enumerate(kept):
        U[i, column] = V[i, column] = sqrt(values[i])
    return (*U, *V)


HESSIANS = {(i, kept): OBJECTIVES[i].hessian(at=point(i, kept)) for i, kept in POINTS}
STATIONARY = [
    eq(sum(slope**2 for slope in OBJECTIVES[i].gradient(at=point(i, kept)))) for i, kept in POINTS
]


def statements(closed_form):
    """The signs at all points, then that the gradient vanishes there."""
    signs = [Inertia(HESSIANS[i, kept], *closed_form(*SIZES[i], kept)) for i, kept in POINTS]
    return (*signs, *STATIONARY)


claim = Claim(
    id="closed-form-inertia-at-the-critical-points",
    says="At twelve balanced critical points of ½‖UVᵀ − M‖², M of order 2 or 3 or 3 × 2 with "
    "distinct singular values, keeping s of the k of them, with r = 1 or 2 columns, the Hessian "
    "has the (r − s)(k − s) negative eigenvalues, one more for every pair of a kept value and a "
    "larger one left out, and the s² + (r − s)(m + n − 2(k − s)) zeros of a closed form.",
    items={"N-81": "instance", "N-82": "instance"},
    given={},
    then=statements(counts),
    scope="balanced critical points of diagonal M with distinct singular values, for (m, n, r) "
    "= (2, 2, 1), (3, 2, 1), (2, 2, 2) and k = 2, and for two sets S with (3, 3, 2) and k = 3",
)


def with_rank_one_less(m, n, r, values, kept):
    positive, negative, zero = counts(m, n, r, values, kept)
    fewer = (r - 1 - len(kept)) * (len(values) - len(kept))
    change = (r - len(kept)) * (len(values) - len(kept)) - fewer
    return positive + change, negative - change, zero


def with_group_of_symmetric_matrices(m, n, r, values, kept):
    positive, negative, zero = counts(m, n, r, values, kept)
    change = len(kept) * (len(kept) - 1) // 2
    return positive + change, negative, zero - change


def with_order_reversed(m, n, r, values, kept):
    left_out = [j for j in range(len(values)) if j not in kept]
    positive, negative, zero = counts(m, n, r, values, kept)
    gain = sum((values[j] < values[i]) - (values[j] > values[i]) for i in kept for j in left_out)
    return positive - gain, negative + gain, zero


mutants = [
    ("rank r − 1 in the closed form", replace(claim, then=statements(with_rank_one_less))),
    (
        "s(s + 1)/2 zeros in the place of s²",
        replace(claim, then=statements(with_group_of_symmetric_matrices)),
    ),
    (
        "kept values smaller than those left out",
        replace(claim, then=statements(with_order_reversed)),
    ),
]


def proof():
    count = len(POINTS)
    signs = [inertia(claim.part(i)) for i in range(count)]
    return conjoin(
        claim, [*signs, *(combine(claim.part(i), using={}) for i in range(count, 2 * count))]
    )
