"""Matrices of unknowns, and sums over their entries."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import sympy as sp

from provenscape.models.landscapes.base import coordinates
from provenscape.models.landscapes.exact import Exact

Matrix: TypeAlias = Sequence[Sequence[Exact]] | sp.MatrixBase


def unknown_matrix(letter: str, rows: int, columns: int) -> sp.Matrix:
    """Return the matrix of the symbols letter1_1, letter1_2, …, row by row."""
    names = " ".join(f"{letter}{i}_{j}" for i in range(1, rows + 1) for j in range(1, columns + 1))
    return sp.Matrix(rows, columns, coordinates(names))


def sum_of_squares(entries: Any) -> sp.Expr:
    """Σ e² over the entries of a matrix or a list, written as it stands."""
    return sp.Add(*(entry**2 for entry in entries))
