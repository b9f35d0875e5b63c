"""The items of the documents: what is to be decided or drawn."""

import csv
from pathlib import Path

from provenscape.errors import UserError

INVENTORY = Path("documents/inventory.csv")
COLUMNS = ("item", "chapter")  # what the project cannot do without


def read(root: Path) -> list[dict[str, str]]:
    """The items in their order: item, document, section, chapter, kind, claim.

    Raises UserError if the file is missing or lacks a column that is needed.
    """
    path = root / INVENTORY
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except FileNotFoundError:
        raise UserError(f"{path}: missing; restore it from version control") from None
    except (UnicodeDecodeError, csv.Error):
        raise UserError(f"{path}: no table in UTF-8; restore it from version control") from None
    for column in COLUMNS:
        if not all(row.get(column) for row in rows):
            raise UserError(f"{path}: an item has no {column}; restore it")
    return rows
