"""‖W_k ⋯ W₁ X − Y‖², the squared loss of a network without non-linearities.

The product alone matters, so that minimisers are never isolated if k ≥ 2. At the origin all
derivatives of order below k vanish except those of order 0: from depth 3 on its Hessian is 0.
Baldi & Hornik (1989), Kawaguchi (2016).
"""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

import numpy as np

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


def network_gradient(
    widths: Sequence[int], inputs: np.ndarray, outputs: np.ndarray, x: np.ndarray
) -> np.ndarray:
    """The gradient of `deep_linear_network` at points x of shape (..., d), by products of layers.

    It is `grad` of the landscape up to rounding, without formulas of all entries. With the layers
    H_j = W_j ⋯ W₁ X and the residual R = H_k − Y, ∇W_j = 2 (W_k ⋯ W_(j+1))ᵀ R H_(j−1)ᵀ.
    """
    ends = np.cumsum([n * m for m, n in pairwise(widths)])
    weights = [
        part.reshape(*x.shape[:-1], n, m)
        for part, m, n in zip(np.split(x, ends[:-1], axis=-1), widths[:-1], widths[1:], strict=True)
    ]
    layers = [inputs]
    for weight in weights:
        layers.append(weight @ layers[-1])
    pull = 2 * (layers.pop() - outputs)
    slopes = []
    for weight, entering in zip(reversed(weights), reversed(layers), strict=True):
        slopes.append((pull @ entering.swapaxes(-1, -2)).reshape(*x.shape[:-1], -1))
        pull = weight.swapaxes(-1, -2) @ pull
    return np.concatenate(slopes[::-1], axis=-1)
