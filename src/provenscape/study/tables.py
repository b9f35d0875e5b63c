"""Tables on disk: CSV with nine significant digits, the same bytes for the same numbers.

Nine digits are more than any figure shows and fewer than rounding noise reaches, so a table does
not change with the last bits of a floating-point sum.
"""

import numbers
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from provenscape.errors import UserError
from provenscape.study.files import write_text

DIGITS = 9


def _cell(value: Any) -> Any:
    if isinstance(value, numbers.Real) and not isinstance(value, numbers.Integral):
        if value != value:  # missing: an empty cell
            return None
        return f"{float(value) + 0.0:.{DIGITS}g}"  # + 0.0 turns −0 into 0
    if isinstance(value, numbers.Complex) and not isinstance(value, numbers.Real):
        raise UserError(f"a table holds reals, not {value!r}: write two columns instead")
    return value


def scalars(values: Mapping[str, Any]) -> pd.DataFrame:
    """Return the table name, value of numbers or texts; a figure's VALUES is of this form."""
    return pd.DataFrame({"name": list(values), "value": list(values.values())})


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write a table; its index is not kept. The file appears whole or not at all.

    Raises UserError for a table without rows, two columns of one name, complex entries, or a place
    not writable.
    """
    if frame.empty:
        raise UserError(f"{path}: the experiment made no row of it; a table has at least one")
    if not frame.columns.is_unique:
        raise UserError(f"{path}: two columns have the same name; rename one in the experiment")
    cells = frame.astype(object).map(_cell)
    write_text(path, cells.to_csv(index=False, lineterminator="\n"))


def read(path: Path) -> pd.DataFrame:
    """Read a table written by `write`; numbers come back exactly as printed.

    An empty cell is missing; NA and None are words. Raises UserError if there is no such table, or
    one without rows or with ragged ones.
    """
    try:
        frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    except FileNotFoundError:
        raise UserError(f"{path}: no such table; build it with `snakemake {path}`") from None
    except (pd.errors.EmptyDataError, pd.errors.ParserError, UnicodeDecodeError):
        raise UserError(f"{path}: no table; delete it and run again") from None
    if frame.empty:
        raise UserError(f"{path}: a table without rows; delete it and run again")
    return frame
