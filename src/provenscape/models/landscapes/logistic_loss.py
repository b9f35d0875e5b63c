"""The mean logistic loss of a linear classifier on exact data."""

from collections.abc import Sequence

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.exact import Exact, exact_matrix, exact_vector


def logistic_loss(
    A: Sequence[Sequence[Exact]] | sp.MatrixBase, labels: Sequence[Exact]
) -> Landscape:
    """Return f(w) = (1/n) Σᵢ log(1 + exp(−yᵢ⟨aᵢ, w⟩)), aᵢ the n rows of A, labels yᵢ = ±1.

    Convex, never strongly so; on separable data it has no stationary point, and none has a closed
    form in general, so none is listed. Raises UserError for input that is not exact, for shapes
    that do not match and for other labels.
    """
    matrix, signs = exact_matrix(A, "A"), exact_vector(labels, "labels")
    if matrix.rows != signs.rows:
        raise UserError(
            f"labels: has {signs.rows} entries, but A has {matrix.rows} rows; match them"
        )
    if any(abs(sign) != 1 for sign in signs):
        raise UserError("labels: an entry differs from 1 and -1; code the two classes so")
    variables = coordinates(f"w1:{matrix.cols + 1}")
    scores = matrix * sp.Matrix(variables)
    losses = [sp.log(1 + sp.exp(-s * z)) for s, z in zip(signs, scores, strict=True)]
    return Landscape(
        name="logistic_loss",
        title=r"$\frac{1}{n}\sum_i\log(1+e^{-y_i\langle a_i,w\rangle})$",
        variables=variables,
        expression=sp.Add(*losses) / matrix.rows,
        critical_points=(),
        source="article, section on the PL inequality",
    )
