"""Low-rank completion: ½ Σ (UVᵀ − M)ᵢⱼ² over the observed entries, and its symmetric variant.

With U A and V A⁻ᵀ in the place of U and V nothing changes, whatever was observed: minimisers come
in orbits and are never isolated, save in the symmetric variant (V = U) of rank one. Ge, Lee & Ma
(2016) add a regulariser and assume random entries of an incoherent matrix; here is the plain loss.
"""

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape
from provenscape.models.landscapes.entries import Matrix, sum_of_squares, unknown_matrix
from provenscape.models.landscapes.exact import exact_matrix
from provenscape.models.requirements import require_rank


def matrix_completion(mask: Matrix, M: Matrix, r: int) -> Landscape:
    """Return ½ Σ maskᵢⱼ (UVᵀ − M)ᵢⱼ², U of shape (m, r) and V of shape (n, r), M exact (m, n).

    Entries of M where the mask is 0 play no part. Raises UserError unless the mask has the shape of
    M, entries 0 and 1 and at least one 1, and 1 ≤ r ≤ min(m, n).
    """
    seen, target = observed(mask, M)
    require_rank("matrix_completion", r, *target.shape)
    U, V = unknown_matrix("u", target.rows, r), unknown_matrix("v", target.cols, r)
    return _landscape("matrix_completion", r"UV^\top", seen, U * V.T - target, (*U, *V))


def symmetric_matrix_completion(mask: Matrix, M: Matrix, r: int) -> Landscape:
    """Return ½ Σ maskᵢⱼ (UUᵀ − M)ᵢⱼ², U of shape (n, r); mask and M symmetric, else as before."""
    seen, target = observed(mask, M)
    require_rank("symmetric_matrix_completion", r, *target.shape)
    if target != target.T or seen != seen.T:
        raise UserError("M: the matrix and its mask must be symmetric in the symmetric variant")
    U = unknown_matrix("u", target.rows, r)
    return _landscape("symmetric_matrix_completion", r"UU^\top", seen, U * U.T - target, tuple(U))


def observed(mask: Matrix, M: Matrix) -> tuple[sp.Matrix, sp.Matrix]:
    """Mask and matrix, exact and of one shape. Raises UserError otherwise."""
    seen, target = exact_matrix(mask, "mask"), exact_matrix(M, "M")
    if seen.shape != target.shape:
        raise UserError(f"mask: has shape {seen.shape}, but M has {target.shape}; match them")
    if any(entry not in (0, 1) for entry in seen):
        raise UserError("mask: an entry is neither 0 nor 1; put 1 where M is observed")
    if seen.is_zero_matrix:
        raise UserError("mask: no entry of M is observed; put at least one 1")
    return seen, target


def _landscape(
    name: str, product: str, seen: sp.Matrix, gap: sp.Matrix, variables: tuple[sp.Symbol, ...]
) -> Landscape:
    residuals = [entry for entry, is_seen in zip(gap, seen, strict=True) if is_seen]
    return Landscape(
        name=name,
        title=rf"$\frac{{1}}{{2}}\Vert P_\Omega({product}-M)\Vert^2$",
        variables=variables,
        expression=sum_of_squares(residuals) / 2,
        critical_points=((0,) * len(variables),),
        source="notes, example 2; Ge, Lee & Ma (2016) without their regulariser",
    )
