"""Faults of published columns: what a figure, a caption or a claim reads, changed in its table."""

import random
import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from provenscape.study import registry


@dataclass(frozen=True)
class Column:
    """A column of a table, or its number in one row; the experiment that makes it."""

    table: str
    column: str
    row: int | None
    experiment: str

    def __str__(self) -> str:
        return f"{self.table}: {self.column}" + ("" if self.row is None else f" of row {self.row}")

    def changed(self, path: Path) -> bool:
        """Change every number of it in the file by 2 %, a whole one by one."""
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        rows = list(table.index) if self.row is None else [self.row]
        for place in rows:
            table.loc[place, self.column] = _other(table.loc[place, self.column])
        before = path.read_text(encoding="utf-8")
        table.to_csv(path, index=False, lineterminator="\n")
        return path.read_text(encoding="utf-8") != before


def _other(cell: str) -> str:
    try:
        number = float(cell)
    except ValueError:
        return cell
    whole = number.is_integer() and "." not in cell and "e" not in cell
    return str(int(number) + 1) if whole else f"{number * 1.02:.9g}"


def read(root: Path, data: Path) -> list[Column]:
    """The numeric columns that the text of a figure or of a claim on counts names, and in a table
    name, value each number that a caption asks for."""
    found = []
    makers = {f"{e.chapter}/{t}": e for e in registry.experiments(root) for t in e.tables}
    words: dict[str, str] = {}
    asked: dict[str, str] = {}
    for figure in registry.figures(root):
        text = figure.path.read_text(encoding="utf-8")
        for name in figure.tables.values():
            words[name] = words.get(name, "") + text
        if figure.values:
            asked[figure.values] = asked.get(figure.values, "") + text
    for claim in registry.sampled(root):
        for name in claim.tables:
            words[name] = words.get(name, "") + " successes trials "
    for name in sorted(words | asked):
        table = pd.read_csv(data / f"{name}.csv")
        made = f"{makers[name].chapter}/{makers[name].name}"
        for column in table.select_dtypes("number"):
            if re.search(rf"\b{re.escape(column)}\b", words.get(name, "")):
                found.append(Column(name, column, None, made))
        for row, key in enumerate(table["name"] if name in asked else ()):
            if "{" + key in asked[name]:
                found.append(Column(name, "value", row, made))
    return found


def drawn(root: Path, data: Path, number: int, seed: int) -> list[Column]:
    """So many of them at random."""
    known = read(root, data)
    return random.Random(seed).sample(known, min(number, len(known)))
