"""‖W_k ⋯ W₁ X − Y‖², the squared loss of a network without non-linearities.

The product alone matters, so that minimisers are never isolated if k ≥ 2. At the origin all
derivatives of order below k vanish except those of order 0: from depth 3 on its Hessian is 0.
Baldi & Hornik (1989), Kawaguchi (2016).
"""

from collections.abc import Sequence
from functools import reduce

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape
from provenscape.models.landscapes.entries import Matrix, sum_of_squares, unknown_matrix
from provenscape.models.landscapes.exact import exact_matrix
from provenscape.models.requirements import require_count


def deep_linear_network(widths: Sequence[int], X: Matrix, Y: Matrix) -> Landscape:
    """Return ‖W_k ⋯ W₁ X − Y‖² with Wⱼ of shape (widths[j], widths[j − 1]), j = 1 … k.

    X has shape (widths[0], samples), Y (widths[k], samples), both exact. The variables are the
    entries of W₁ row by row (w1_1_1, w1_1_2, …), then those of W₂, and so on. The origin is listed
    if k ≥ 2. Raises UserError for depth 0, a width below 1 and shapes that do not match.
    """
    if isinstance(widths, str) or not isinstance(widths, Sequence) or len(widths) < 2:
        raise UserError("widths: give at least two, of the input and of the output (depth 1)")
    for index, width in enumerate(widths):
        require_count("deep_linear_network", f"widths[{index}]", width)
    inputs, outputs = exact_matrix(X, "X"), exact_matrix(Y, "Y")
    for name, matrix, rows in (("X", inputs, widths[0]), ("Y", outputs, widths[-1])):
        if matrix.shape != (rows, inputs.cols):
            raise UserError(f"{name}: has shape {matrix.shape}, expected ({rows}, {inputs.cols})")
    depth = len(widths) - 1
    weights = [unknown_matrix(f"w{j}_", widths[j], widths[j - 1]) for j in range(1, depth + 1)]
    variables = tuple(entry for weight in weights for entry in weight)
    image = reduce(lambda product, weight: weight * product, weights, inputs)
    return Landscape(
        name="deep_linear_network",
        title=r"$\Vert W_k\cdots W_1X-Y\Vert^2$",
        variables=variables,
        expression=sum_of_squares(image - outputs),
        critical_points=((0,) * len(variables),) if depth > 1 else (),
        source="notes, spurious minima",
    )
