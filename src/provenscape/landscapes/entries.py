"""Matrices of unknowns, and the sizes that they may have."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import sympy as sp

from provenscape.errors import UserError
from provenscape.landscapes.base import coordinates
from provenscape.landscapes.exact import Exact

Matrix: TypeAlias = Sequence[Sequence[Exact]] | sp.MatrixBase


def unknown_matrix(letter: str, rows: int, columns: int) -> sp.Matrix:
    """Return the matrix of the symbols letter1_1, letter1_2, …, row by row."""
    names = " ".join(f"{letter}{i}_{j}" for i in range(1, rows + 1) for j in range(1, columns + 1))
    return sp.Matrix(rows, columns, coordinates(names))


def require_positive_integer(name: str, size: Any) -> None:
    """Raise UserError unless the size is a whole number above 0."""
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:
        raise UserError(f"{name}: is {size!r}; give a positive integer")


def require_rank(r: Any, m: int, n: int) -> None:
    """Raise UserError unless r is a rank that an m × n matrix other than 0 can have."""
    require_positive_integer("r", r)
    if r > min(m, n):
        raise UserError(f"r: is {r}, but the rank of a {m} × {n} matrix is at most {min(m, n)}")


def sum_of_squares(entries: Any) -> sp.Expr:
    """Σ e² over the entries of a matrix or a list, written as it stands."""
    return sp.Add(*(entry**2 for entry in entries))
