"""The first principal component: −½ xᵀCx on the unit sphere.

On the sphere (`sphere.OnSphere`) the stationary points are the unit eigenvectors of C; at one with
eigenvalue λᵢ the curvatures are λᵢ − λⱼ, j ≠ i. If the eigenvalues differ, all but the two of the
largest are strict saddles or maxima; if the largest is multiple, its minimisers are not isolated.
"""

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.entries import Matrix
from provenscape.models.landscapes.exact import exact_matrix


def pca(C: Matrix) -> Landscape:
    """Return f(x) = −½ xᵀCx, C an exact symmetric d × d matrix, such as a covariance.

    Raises UserError for a matrix that is not exact or not symmetric.
    """
    matrix = exact_matrix(C, "C")
    if matrix.rows != matrix.cols or matrix != matrix.T:
        raise UserError(f"C: has shape {matrix.shape} and must be symmetric; give a covariance")
    x = coordinates(f"x1:{matrix.rows + 1}")
    column = sp.Matrix(x)
    return Landscape(
        name="pca",
        title=r"$-\frac{1}{2}x^\top Cx$",
        variables=x,
        expression=-(column.T * matrix * column)[0] / 2,
        critical_points=((0,) * len(x),),
        source="notes, example 2",
    )
