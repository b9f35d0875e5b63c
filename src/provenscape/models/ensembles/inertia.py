"""Signs of the eigenvalues of many symmetric matrices at once.

By Sylvester's law a symmetric matrix A = LDLᵀ has as many negative eigenvalues as negative pivots
in D. `indices` counts these for many matrices side by side, without exchanges of rows: what is
factorized is then A + ΔA with |ΔA| ≤ n u |L| |D| |Lᵀ|, u the rounding of a double (Higham 2002,
theorem 9.3), and where this bound is large the eigenvalues themselves are found.

`positive_definite` needs less: all pivots are positive, and a matrix of a random ensemble betrays
itself at one of the first. So the factorizations of a batch go in step, column by column, and only
those that have shown positive pivots so far remain in it. Of large matrices the leading blocks
alone are treated so; what remains goes to LAPACK, one by one, which ends at the first pivot that is
not positive.

In floating point Cholesky's factorization is backward stable (Higham 2002, theorem 10.3), as the
routine for eigenvalues is: the verdict is that of the exact matrix unless its smallest eigenvalue
is within some n² units of rounding of zero, relative to the largest.
"""

import numpy as np
from scipy.linalg.lapack import dpotrf

from provenscape.errors import UserError

WIDE = 40  # from this size on eigenvalues are as fast as pivots
CACHED = 2**17  # numbers that are factorized at once
GROWTH = 1e4  # of |L| |D| |Lᵀ| over |A|, at most, for pivots to be trusted
LARGE = 16  # from this size on LAPACK takes over
LEADING = 4  # the size of the leading blocks that are tried before


def indices(matrices: np.ndarray) -> np.ndarray:
    """The number of negative eigenvalues of each matrix: shape (..., n, n) to (...), integers.

    Raises UserError for another shape, a matrix that is not symmetric, or an entry not finite.
    """
    checked = symmetric(matrices, "indices")
    n = checked.shape[-1]
    batch = checked.reshape(-1, n, n)
    if n >= WIDE:
        found = _negative_eigenvalues(batch)
    else:
        found = np.concatenate([_negative_pivots(part) for part in _parts(batch)])
    return found.reshape(checked.shape[:-2])


def positive_definite(matrices: np.ndarray) -> np.ndarray:
    """Whether each matrix is positive definite: shape (..., n, n) to (...), booleans.

    Raises as `indices` does.
    """
    checked = symmetric(matrices, "positive_definite")
    n = checked.shape[-1]
    found = [_all_positive(part) for part in _parts(checked.reshape(-1, n, n))]
    return np.concatenate(found).reshape(checked.shape[:-2])


def symmetric(matrices: np.ndarray, who: str) -> np.ndarray:
    """Return the matrices as an array of floats; raise UserError, naming `who`, if they are not
    square, symmetric to the last bit, finite and real."""
    try:
        array = np.asarray(matrices)
    except ValueError:
        raise UserError(f"{who}: the matrices differ in shape; give one array (…, n, n)") from None
    if array.ndim < 2 or array.shape[-1] != array.shape[-2] or array.shape[-1] == 0:
        raise UserError(f"{who}: matrices has shape {array.shape}; give one of shape (…, n, n)")
    if array.dtype.kind not in "fiu":
        raise UserError(f"{who}: matrices has entries of type {array.dtype}; give real numbers")
    array = array.astype(np.float64, copy=False)
    if not np.isfinite(array).all():
        raise UserError(f"{who}: a matrix holds a number that is not finite; mend it")
    if not (array == np.swapaxes(array, -1, -2)).all():
        raise UserError(f"{who}: a matrix is not symmetric; give (A + Aᵀ)/2 if that is meant")
    return array


def _parts(batch: np.ndarray) -> list[np.ndarray]:
    """The matrices of a batch, as many together as fit the cache."""
    rows = max(CACHED // batch.shape[-1] ** 2, 1)
    return np.split(batch, range(rows, len(batch), rows))


def _negative_eigenvalues(batch: np.ndarray) -> np.ndarray:
    return (np.linalg.eigvalsh(batch) < 0).sum(axis=-1)


def _negative_pivots(batch: np.ndarray) -> np.ndarray:
    """The same by LDLᵀ, matrices along the last axis; by eigenvalues where pivots are too small.

    Column k of |L| |D| |Lᵀ| is at most r²/|d|, r the greatest entry of the pivot's row and d the
    pivot.
    """
    rest = np.moveaxis(batch, 0, -1).copy()
    largest = np.abs(rest).max(axis=(0, 1))
    negative = np.zeros(len(batch), dtype=int)
    growth = np.zeros(len(batch))
    with np.errstate(all="ignore"):  # a pivot of 0 makes the growth infinite, or no number
        while len(rest):
            pivot, row = rest[0, 0], rest[0, 1:]
            negative += pivot < 0
            growth += np.abs(rest[0]).max(axis=0) ** 2 / np.abs(pivot)
            rest = rest[1:, 1:]
            if row.any():
                rest -= (row / pivot)[:, None] * row
        doubtful = np.flatnonzero(~(growth <= GROWTH * largest))
    negative[doubtful] = _negative_eigenvalues(batch[doubtful])
    return negative


def _all_positive(batch: np.ndarray) -> np.ndarray:
    """Whether all pivots are positive, of each matrix of a batch (size, n, n)."""
    verdict = np.zeros(len(batch), dtype=bool)
    if batch.shape[-1] < LARGE:
        verdict[_in_step(batch)] = True
        return verdict
    for place in _in_step(batch[:, :LEADING, :LEADING]):
        verdict[place] = dpotrf(batch[place].T, lower=True, clean=False)[1] == 0
    return verdict


def _in_step(batch: np.ndarray) -> np.ndarray:
    """The places of those whose pivots are all positive, by Cholesky's factorization of all,
    row-oriented on the way in: the pivot of column k needs row k of the factor alone; the rest of
    the column is found for those that pass."""
    n = batch.shape[-1]
    alive = np.flatnonzero(batch[:, 0, 0] > 0)
    pivot = batch[alive, 0, 0]
    factor = np.empty((alive.size, n, n))
    for k in range(n - 1):
        column = batch[alive, k, k + 1 :]  # of a symmetric matrix, read along its row
        if k:
            column -= (factor[:, k + 1 :, :k] @ factor[:, k, :k, None])[..., 0]
        factor[:, k + 1 :, k] = column / np.sqrt(pivot)[:, None]
        row = factor[:, k + 1, : k + 1]
        pivot = batch[alive, k + 1, k + 1] - np.square(row).sum(axis=-1)
        passed = pivot > 0
        if not passed.all():
            alive, pivot, factor = alive[passed], pivot[passed], factor[passed]
    return alive
