"""Exact rational input to the landscapes that depend on data."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import sympy as sp

from provenscape.errors import UserError

Exact: TypeAlias = int | Fraction | sp.Rational


def exact_number(value: Any, where: str) -> sp.Rational:
    """Return an integer or a fraction as a SymPy rational; floats and texts are refused."""
    if isinstance(value, sp.Rational):  # SymPy's infinities and nan are not Rational
        return value
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return sp.Rational(value)
    raise UserError(f"{where}: {value!r} is no exact number; give an int or a fractions.Fraction")


def exact_vector(values: Sequence[Exact], where: str) -> sp.Matrix:
    """Return a non-empty sequence of exact numbers as a column."""
    if isinstance(values, str) or not isinstance(values, Sequence) or not values:
        raise UserError(f"{where}: give a non-empty list of exact numbers")
    return sp.Matrix([exact_number(value, f"{where}[{i}]") for i, value in enumerate(values)])


def exact_matrix(rows: Sequence[Sequence[Exact]] | sp.MatrixBase, where: str) -> sp.Matrix:
    """Return rows of exact numbers, all of one length, as a matrix."""
    listed = rows.tolist() if isinstance(rows, sp.MatrixBase) else rows
    if isinstance(listed, str) or not isinstance(listed, Sequence) or not listed:
        raise UserError(f"{where}: give a non-empty list of rows")
    columns = [exact_vector(row, f"{where}[{i}]") for i, row in enumerate(listed)]
    if len({column.rows for column in columns}) != 1:
        raise UserError(f"{where}: its rows have different lengths; give a rectangular matrix")
    return sp.Matrix([list(column) for column in columns])
