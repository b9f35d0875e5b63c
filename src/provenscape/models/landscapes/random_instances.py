"""Random data that are exact: rational orthogonal frames, matrices of given singular values."""

from collections.abc import Sequence

import numpy as np
import sympy as sp

from provenscape.models.landscapes.exact import Exact


def random_frame(d: int, generator: np.random.Generator) -> sp.Matrix:
    """Return an exact orthogonal d × d matrix: d reflections I − 2vvᵀ/|v|², multiplied.

    The entries of v are normal, rounded to eighths; with real normal v in spaces of falling
    dimension the product would be uniform (Stewart 1980), here it is only spread out.
    """
    frame = sp.eye(d)
    drawn = rounded_normal((d, d), generator)
    for column in (drawn[:, i] for i in range(d) if any(drawn[:, i])):
        frame = frame * (sp.eye(d) - 2 * column * column.T / (column.T * column)[0])
    return frame


def rounded_normal(shape: tuple[int, int], generator: np.random.Generator) -> sp.Matrix:
    """Return a matrix of standard normal entries, rounded to eighths."""
    return sp.Matrix(np.rint(8 * generator.normal(size=shape)).astype(int).tolist()) / 8


def random_matrix(
    m: int, n: int, singular_values: Sequence[Exact], generator: np.random.Generator
) -> sp.Matrix:
    """Return an exact m × n matrix with these singular values and random frames."""
    rank = len(singular_values)
    left, right = random_frame(m, generator)[:, :rank], random_frame(n, generator)[:, :rank]
    return left * sp.diag(*singular_values) * right.T
