"""−T(x, x, x, x) for an orthogonal tensor T = Σᵢ aᵢ ⊗ aᵢ ⊗ aᵢ ⊗ aᵢ of order four.

On the unit sphere (`sphere.OnSphere`) the stationary points are the (3^d − 1) points
Σᵢ tᵢ aᵢ / √k, tᵢ ∈ {−1, 0, 1} with k of them not 0; the curvatures at one are −8/k (k − 1 times)
and 4/k (d − k times), so that the components ±aᵢ are the only local minima. On R^d the function is
unbounded below and has the origin for its one stationary point.
"""

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.entries import Matrix
from provenscape.models.landscapes.exact import exact_matrix
from provenscape.models.requirements import require_count


def tensor_decomposition(d: int, frame: Matrix | None = None) -> Landscape:
    """Return f(x) = −Σᵢ ⟨aᵢ, x⟩⁴, the aᵢ being the rows of `frame`, or the unit vectors.

    Raises UserError unless d ≥ 1 and the frame is an exact orthogonal d × d matrix.
    """
    require_count("tensor_decomposition", "d", d)
    components = orthogonal_frame(d, frame)
    x = coordinates(f"x1:{d + 1}")
    return Landscape(
        name="tensor_decomposition",
        title=r"$-\sum_i\langle a_i,x\rangle^4$",
        variables=x,
        expression=-sp.Add(*(entry**4 for entry in components * sp.Matrix(x))),
        critical_points=((0,) * d,),
        source="Ge, Huang, Jin & Yuan (2015), section 4",
    )


def orthogonal_frame(d: int, frame: Matrix | None) -> sp.Matrix:
    """The frame as an exact matrix, the identity if there is none; UserError if not orthogonal."""
    rows = sp.eye(d) if frame is None else exact_matrix(frame, "frame")
    if rows.shape != (d, d):
        raise UserError(f"frame: has shape {rows.shape}, expected ({d}, {d})")
    if rows * rows.T != sp.eye(d):
        raise UserError("frame: its rows are not orthonormal; give an exact orthogonal matrix")
    return rows
