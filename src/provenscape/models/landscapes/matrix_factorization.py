"""½‖UVᵀ − M‖², the objective of low-rank matrix factorization."""

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape
from provenscape.models.landscapes.entries import Matrix, sum_of_squares, unknown_matrix
from provenscape.models.landscapes.exact import exact_matrix
from provenscape.models.requirements import require_count, require_rank


def matrix_factorization(m: int, n: int, r: int, M: Matrix) -> Landscape:
    """Return f(U, V) = ½‖UVᵀ − M‖² with U of shape (m, r), V of shape (n, r) and M exact (m, n).

    The variables are the entries of U row by row (u1_1, u1_2, …), then those of V. The origin is
    stationary and is listed; the other stationary points form continua. Raises UserError unless
    1 ≤ r ≤ min(m, n) and M is an exact m × n matrix.
    """
    for name, size in (("m", m), ("n", n)):
        require_count("matrix_factorization", name, size)
    require_rank("matrix_factorization", r, m, n)
    target = exact_matrix(M, "M")
    if target.shape != (m, n):
        raise UserError(f"M: has shape {target.shape}, expected ({m}, {n})")
    U, V = unknown_matrix("u", m, r), unknown_matrix("v", n, r)
    residual = U * V.T - target
    variables = (*U, *V)
    return Landscape(
        name="matrix_factorization",
        title=r"$\frac{1}{2}\Vert UV^\top-M\Vert^2$",
        variables=variables,
        expression=sum_of_squares(residual) / 2,
        critical_points=((0,) * len(variables),),
        source="notes, example 2; article, section on the strict saddle property",
    )
