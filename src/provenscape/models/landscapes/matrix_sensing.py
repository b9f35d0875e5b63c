"""Matrix sensing: ½ Σᵢ ⟨Aᵢ, UUᵀ − M⟩² for symmetric measurement matrices Aᵢ.

If the measurements nearly keep norms (restricted isometry with a constant below 1/5, Bhojanapalli,
Neyshabur & Srebro 2016; below 1/3, Zhang, Bi & Lavaei 2021; below 1/2 for rank one, Zhang, Sojoudi
& Lavaei 2019), there are no spurious minima; with a constant of 1/2 there can be (Zhang, Josz,
Sojoudi & Lavaei 2018).
"""

from collections.abc import Sequence

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape
from provenscape.models.landscapes.entries import Matrix, sum_of_squares, unknown_matrix
from provenscape.models.landscapes.exact import exact_matrix
from provenscape.models.requirements import require_rank


def matrix_sensing(measurements: Sequence[Matrix], M: Matrix, r: int) -> Landscape:
    """Return ½ Σᵢ ⟨Aᵢ, UUᵀ − M⟩² with U of shape (n, r), the Aᵢ and M exact symmetric (n, n).

    The origin is stationary and is listed. Raises UserError for matrices that are not exact,
    symmetric and of one shape, for no measurement, and unless 1 ≤ r ≤ n.
    """
    target = exact_matrix(M, "M")
    if isinstance(measurements, str) or not measurements:
        raise UserError("measurements: give a non-empty list of matrices")
    listed = [exact_matrix(A, f"measurements[{i}]") for i, A in enumerate(measurements)]
    for name, matrix in (("M", target), *((f"measurements[{i}]", A) for i, A in enumerate(listed))):
        if matrix.shape != target.shape or matrix.rows != matrix.cols or matrix != matrix.T:
            raise UserError(
                f"{name}: is no symmetric matrix of shape ({target.rows}, {target.rows})"
            )
    require_rank("matrix_sensing", r, *target.shape)
    U = unknown_matrix("u", target.rows, r)
    gap = U * U.T - target
    residuals = [sp.Add(*(a * g for a, g in zip(A, gap, strict=True))) for A in listed]
    return Landscape(
        name="matrix_sensing",
        title=r"$\frac{1}{2}\sum_i\langle A_i,UU^\top-M\rangle^2$",
        variables=tuple(U),
        expression=sum_of_squares(residuals) / 2,
        critical_points=((0,) * len(U),),
        source="Bhojanapalli, Neyshabur & Srebro (2016)",
    )
