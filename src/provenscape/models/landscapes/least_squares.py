"""½‖Ax − b‖² for exact A and b."""

from collections.abc import Sequence

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.exact import Exact, exact_matrix, exact_vector


def least_squares(A: Sequence[Sequence[Exact]] | sp.MatrixBase, b: Sequence[Exact]) -> Landscape:
    """Return f(x) = ½‖Ax − b‖² with A of shape (n, d) and b of length n.

    Its Hessian is AᵀA. If A has full column rank the one stationary point is listed; otherwise
    the minimisers form an affine subspace and none is listed. Raises UserError for input that is
    not exact or whose shapes do not match.
    """
    matrix, target = exact_matrix(A, "A"), exact_vector(b, "b")
    if matrix.rows != target.rows:
        raise UserError(f"b: has {target.rows} entries, but A has {matrix.rows} rows; match them")
    variables = coordinates(f"x1:{matrix.cols + 1}")
    residual = matrix * sp.Matrix(variables) - target
    normal = matrix.T * matrix
    unique = matrix.rank() == matrix.cols
    return Landscape(
        name="least_squares",
        title=r"$\frac{1}{2}\Vert Ax-b\Vert^2$",
        variables=variables,
        expression=sum(entry**2 for entry in residual) / 2,
        critical_points=(tuple(normal.LUsolve(matrix.T * target)),) if unique else (),
        source="article, section on the PL inequality",
    )
