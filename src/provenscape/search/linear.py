"""Linear programs with exact answers: nonnegative unknowns that solve equations over the rationals.

HiGHS finds a vertex in floating point, on rows and columns scaled to comparable size; the columns
that it uses are then solved exactly. The vertex costs least, so that few and simple terms are used.
Where these columns do not suffice, as for a margin of 1e-9, what is left of the equations is solved
once more at its own scale (iterative refinement: Gleixner, Steffy & Wolter 2016).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import sympy as sp
from flint import fmpq, fmpq_mat
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, hstack

from provenscape.search.algebraic import for_sympy

Column = Mapping[Any, Any]  # what an unknown contributes to each row
USED = 1e-9
SMALL = 1e-4  # what is left, at most, of equations that are solved once more
ROUNDS = 8  # of scaling rows and columns by turns


def least(
    columns: Sequence[Column],
    target: Column,
    costs: Sequence[float],
    free: Sequence[bool],
) -> dict[int, sp.Rational] | None:
    """Exact values of the unknowns that are not zero, or None where none are found.

    A free unknown is the difference of two that are not negative, so that its size costs too.
    """
    mirrored = [k for k, f in enumerate(free) if f]
    whole = [*columns, *({m: -v for m, v in columns[k].items()} for k in mirrored)]
    rows = sorted({m for column in (*columns, target) for m in column}, key=str)
    if any(all(m not in column for column in columns) for m in target):
        return None
    matrix, right = table(rows, whole, target)
    scaled, by_row, by_column = equilibrated(matrix)
    size = float(np.abs(by_row * right).max(initial=0)) or 1.0
    sought = np.array([*costs, *(costs[k] for k in mirrored)], float)
    sought *= np.maximum(by_column / by_column.max(), 1e-6)
    done = linprog(
        sought,
        A_eq=scaled,
        b_eq=by_row * right / size,
        method="highs-ds",
        options={"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9},
    )
    if done.x is None:
        return None

    def exactly(used: np.ndarray) -> dict[int, sp.Rational] | None:
        twins = [k for j, k in enumerate(mirrored) if used[len(columns) + j]]
        chosen = sorted({*np.flatnonzero(used[: len(columns)]).tolist(), *twins})
        exact = solved([columns[k] for k in chosen], target, rows)
        if exact is None or any(v < 0 for k, v in zip(chosen, exact, strict=True) if not free[k]):
            return None
        return {k: v for k, v in zip(chosen, exact, strict=True) if v}

    used = done.x > USED
    if (found := exactly(used)) is not None:
        return found
    rest = {m: rational(target.get(m, 0)) for m in rows}
    for k in np.flatnonzero(used):
        value = rational(Fraction(float(done.x[k] * by_column[k] * size)))
        for m, v in whole[k].items():
            rest[m] -= rational(v) * value
    left = by_row * np.array([float(Fraction(int(v.p), int(v.q))) for v in rest.values()])
    error = float(np.abs(left).max(initial=0))
    if not 0 < error < SMALL * size:
        return None
    finer = linprog(
        sought,
        A_eq=scaled,
        b_eq=left / error,
        bounds=[(None if u else 0, None) for u in used],
        method="highs-ds",
    )
    return None if finer.x is None else exactly(used | (finer.x > USED))


def unmet(
    columns: Sequence[Column], target: Column, free: Sequence[bool], exact: Sequence[Any]
) -> list[Any]:
    """The rows, other than the exact ones, on which the columns miss the target where they miss it
    by the least sum; none where they may meet it. All rows, if the exact ones are not met."""
    mirrored = [{m: -v for m, v in c.items()} for c, f in zip(columns, free, strict=True) if f]
    whole = [*columns, *mirrored]
    rows = sorted({m for column in (*columns, target) for m in column}, key=str)
    matrix, right = table(rows, whole, target)
    scaled, by_row, _ = equilibrated(matrix)
    loose = [k for k, m in enumerate(rows) if m not in exact]
    slack = coo_matrix((np.ones(len(loose)), (loose, range(len(loose)))), (len(rows), len(loose)))
    done = linprog(
        np.concatenate([1e-6 * np.ones(len(whole)), np.ones(2 * len(loose))]),
        A_eq=hstack([scaled, slack, -slack]).tocsr(),
        b_eq=by_row * right,
        method="highs-ds",
    )
    if done.x is None:
        return [rows[k] for k in loose]
    above, below = np.split(done.x[len(whole) :], 2)
    return [rows[k] for k, v in zip(loose, above + below, strict=True) if v > USED]


def table(
    rows: Sequence[Any], columns: Sequence[Column], target: Column
) -> tuple[coo_matrix, np.ndarray]:
    """The matrix with these columns and the right side, in floating point."""
    number = {m: i for i, m in enumerate(rows)}
    i = np.array([number[m] for column in columns for m in column], int)
    j = np.repeat(np.arange(len(columns)), [len(column) for column in columns])
    values = np.array([float(v) for column in columns for v in column.values()])
    right = np.zeros(len(rows))
    for m, v in target.items():
        right[number[m]] = float(v)
    return coo_matrix((values, (i, j)), (len(rows), len(columns))), right


def equilibrated(matrix: coo_matrix) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """The matrix with rows and columns scaled to entries near 1, and the powers of two for it."""
    i, j = matrix.coords
    by_row, by_column = np.zeros(matrix.shape[0]), np.zeros(matrix.shape[1])  # their exponents
    sizes = np.log2(np.abs(matrix.data))
    for _ in range(ROUNDS):
        for place, exponents in ((i, by_row), (j, by_column)):
            now = sizes + by_row[i] + by_column[j]
            counts = np.maximum(np.bincount(place, minlength=len(exponents)), 1)
            exponents -= np.round(np.bincount(place, now, len(exponents)) / counts)
    by_row, by_column = np.exp2(by_row), np.exp2(by_column)
    scaled = coo_matrix((matrix.data * by_row[i] * by_column[j], (i, j)), matrix.shape)
    return scaled.tocsr(), by_row, by_column


def solved(
    columns: Sequence[Column], target: Column, rows: Sequence[Any]
) -> list[sp.Rational] | None:
    """The exact solution of a system, zero where it is free; None if there is none."""
    width = len(columns) + 1
    entries = [rational(c.get(m, 0)) for m in rows for c in (*columns, target)]
    reduced, rank = fmpq_mat(len(rows), width, entries).rref()
    values = [sp.Integer(0)] * len(columns)
    for row in range(rank):
        pivot = next(k for k in range(width) if reduced[row, k] != 0)
        if pivot == len(columns):
            return None
        value = reduced[row, width - 1]
        values[pivot] = for_sympy(value)
    return values


def rational(value: Any) -> fmpq:
    """A number of SymPy, of its ground types or of the standard library, for FLINT."""
    return fmpq(int(value.numerator), int(value.denominator))


def fraction(value: sp.Rational) -> Fraction:
    return Fraction(int(value.p), int(value.q))
