"""Small semidefinite programs in double precision, given to Clarabel as they stand.

The parts of a program are pairs of a matrix A and a vector b: what is 0, not negative, or fills a
semidefinite matrix is A x + b.
"""

from collections.abc import Sequence
from typing import Any

import clarabel
import numpy as np
from scipy.sparse import csc_matrix

Part = tuple[np.ndarray, np.ndarray]
SOLVED = ("Solved", "AlmostSolved")


class Infeasible(Exception):
    """There is no x with the parts as they are to be."""


def least(
    costs: np.ndarray, zero: Part, positive: Part, matrices: Sequence[Part]
) -> np.ndarray | None:
    """The x of least costs · x; a matrix is given by its entries `upper`. None where no x is found;
    raises Infeasible where it is seen that there is none."""
    done = minimized(costs, zero, positive, matrices)
    if str(done.status) == "PrimalInfeasible":
        raise Infeasible
    return np.array(done.x) if str(done.status) in SOLVED else None


def minimized(costs: np.ndarray, zero: Part, positive: Part, matrices: Sequence[Part]) -> Any:
    """What Clarabel says of the least costs · x. It has what stands off a diagonal times √2."""
    parts = [part for part in (zero, positive, *matrices) if len(part[1])]
    cones = [kind(len(b)) for kind, (_, b) in zip(
        (clarabel.ZeroConeT, clarabel.NonnegativeConeT), (zero, positive), strict=True
    ) if len(b)]  # fmt: skip
    scales = [np.ones(len(b)) for _, b in (zero, positive) if len(b)]
    for _, b in matrices:
        size = int(np.sqrt(2 * len(b)))
        cones.append(clarabel.PSDTriangleConeT(size))
        scales.append(np.array([1.0 if i == j else np.sqrt(2) for i, j in upper(size)]))
    scale = np.concatenate(scales)
    matrix = -scale[:, None] * np.vstack([a for a, _ in parts])
    right = scale * np.concatenate([b for _, b in parts])
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    squares = csc_matrix((len(costs), len(costs)))
    solver = clarabel.DefaultSolver(squares, costs, csc_matrix(matrix), right, cones, settings)
    return solver.solve()


def upper(size: int) -> list[tuple[int, int]]:
    """The places of a symmetric matrix's entries on and above the diagonal, column by column."""
    return [(i, j) for j in range(size) for i in range(j + 1)]
