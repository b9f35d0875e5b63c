"""The items of the documents: what is to be decided or drawn."""

import csv
import re
from collections import Counter
from pathlib import Path

from provenscape.errors import UserError

INVENTORY = Path("documents/inventory.csv")
COLUMNS = ("item", "document", "chapter", "claim")  # what no study can do without
OPTIONAL = ("section", "kind")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")  # of an item or a document: it names a page


def read(root: Path) -> list[dict[str, str]]:
    """The items in their order: item, document, section, chapter, kind, claim; section and kind
    may be left out.

    Raises UserError if the file is missing, lacks a column that is needed, or has an item twice or
    one that cannot be the name of a page.
    """
    path = root / INVENTORY
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream, restval=""))
    except FileNotFoundError:
        raise UserError(
            f"{path}: missing; it lists what the study decides, under {','.join(COLUMNS)}"
        ) from None
    except (UnicodeDecodeError, csv.Error):
        raise UserError(f"{path}: no table in UTF-8; restore it from version control") from None
    for row in rows:
        _require_whole(path, row)
    for item, number in Counter(row["item"] for row in rows).items():
        if number > 1:
            raise UserError(f"{path}: {item} stands there {number} times; each item has one row")
    return [{key: row.get(key, "") for key in (*row, *OPTIONAL)} for row in rows]


def _require_whole(path: Path, row: dict[str, str]) -> None:
    for column in COLUMNS:
        if not row.get(column):
            raise UserError(f"{path}: an item has no {column}; write it into each row")
    for column in ("item", "document"):
        if not NAME.fullmatch(row[column]):
            raise UserError(
                f"{path}: {column} {row[column]!r} cannot name a page; "
                "write letters, digits and . _ -"
            )
