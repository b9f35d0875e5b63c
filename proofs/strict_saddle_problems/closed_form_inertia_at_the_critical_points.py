"""The numbers of positive, negative and zero curvatures at the critical points have a closed form.

M is diagonal (m × n) with k singular values σ; U and V keep those in S (s of them, in balanced
columns √σᵢeᵢ) and have d = r − s zero columns. The Hessian then splits into blocks of size 1 and 2:
a zero column pairs with each left-out value (±σⱼ) and is flat otherwise; a kept column pairs with
each left-out value (σᵢ ± σⱼ); the kept block itself has s² positive and s² zero directions, those
of the group U ↦ UG, V ↦ VG⁻ᵀ. Hence

    negative = d(k − s) + #{i ∈ S, j ∉ S: σⱼ > σᵢ},    zero = s² + d(m + n − 2(k − s)),

for distinct σ. If k = r this is 0 negative only at s = r, where UVᵀ = M and the zeros are the r² of
the group alone. With k > r a set S that leaves out a larger value still has a negative direction.
"""

from sympy import ImmutableMatrix, sqrt, zeros
from sympy.utilities.iterables import subsets

from provenscape.kernel import Claim, Inertia, conjoin, inertia
from provenscape.models.landscapes import matrix_factorization

SIZES = [(2, 2, 1, (4, 1)), (3, 2, 1, (4, 1)), (2, 2, 2, (4, 1)), (3, 3, 2, (9, 4, 1)),
         (3, 3, 2, (4, 1))]  # fmt: skip


def counts(m, n, r, values, kept):
    """Positive, negative and zero eigenvalues by the closed form."""
    s, left_out = len(kept), [j for j in range(len(values)) if j not in kept]
    d = r - s
    negative = d * len(left_out) + sum(values[j] > values[i] for i in kept for j in left_out)
    zero = s**2 + d * (m + n - 2 * len(left_out))
    return (m + n) * r - negative - zero, negative, zero


def hessian(m, n, r, values, kept):
    """The Hessian where the triplets of `kept` make up UVᵀ; the gradient is zero there."""
    diagonal, U, V = zeros(m, n), zeros(m, r), zeros(n, r)
    for i, value in enumerate(values):
        diagonal[i, i] = value
    for column, i in enumerate(kept):
        U[i, column] = V[i, column] = sqrt(values[i])
    landscape = matrix_factorization(m, n, r, diagonal)
    point = dict(zip(landscape.variables, (*U, *V), strict=True))
    if any(slope.xreplace(point) for slope in landscape.gradient):
        raise ValueError("not a critical point")
    return ImmutableMatrix(landscape.hessian.xreplace(point))


def statements(closed_form):
    return tuple(
        Inertia(hessian(*size, kept), *closed_form(*size, kept))
        for size in SIZES
        for s in range(size[2] + 1)
        for kept in subsets(range(len(size[3])), s)
    )


def claim_with(closed_form):
    return Claim(
        id="closed-form-inertia-at-the-critical-points",
        items=["N-81", "N-82"],
        says="At the critical point that keeps the set S of the k singular values, the Hessian has "
        "(r − s)(k − s) negative eigenvalues and one more for every pair of a kept value and a "
        "larger one left out, and s² + (r − s)(m + n − 2(k − s)) zeros; at UVᵀ = M of rank r the "
        "r² zeros are those of the symmetry group.",
        given={},
        then=statements(closed_form),
        scope="balanced critical points of diagonal M with distinct singular values, for (m, n, r) "
        "= (2, 2, 1), (3, 2, 1), (2, 2, 2), (3, 3, 2), the last also with rank M = 2; other points "
        "of the same group orbit have the same inertia",
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


claim = claim_with(counts)
witness = {}
mutants = [
    ("rank r − 1 in the closed form", claim_with(with_rank_one_less)),
    ("s(s + 1)/2 zeros in the place of s²", claim_with(with_group_of_symmetric_matrices)),
    ("kept values smaller than those left out", claim_with(with_order_reversed)),
]


def proof():
    return conjoin(claim, [inertia(claim.part(i)) for i in range(len(claim.then))])
