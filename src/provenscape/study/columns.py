"""What the columns of an experiment's tables hold, as experiments/<chapter>/columns.yaml tells.

A key of that file names tables of the chapter, or patterns of their names, set apart by commas;
below it stands for each column what it holds, with its unit in brackets at the end where it is not
a plain number. Of several entries for one column of a table the last one counts. The columns of
tables of a common form, names with values and counts of trials, need no entry.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from provenscape.errors import UserError, did_you_mean
from provenscape.study import settings
from provenscape.study.registry import EXPERIMENTS

NAME = "columns.yaml"
COMMON = (  # of values for captions, and of what claims are judged on
    {"name": "what the value is, as captions call it", "value": "the value"},
    {
        "setting": "what was tried",
        "successes": "trials with the outcome that is counted [trials]",
        "trials": "trials made, independent of each other [trials]",
    },
)
_UNIT = re.compile(r"(.*\S)\s*\[(.+)\]", re.DOTALL)

Heads = Mapping[str, Sequence[str]]  # the names of the columns, by table


@dataclass(frozen=True)
class Column:
    """What a column holds, and the unit of its numbers, 1 if they are plain."""

    description: str
    unit: str


def described(root: Path, chapter: str, heads: Heads) -> dict[str, dict[str, Column]]:
    """The columns of a chapter's tables that are described, by table and name.

    Raises UserError if the file is not of its form, or names a table or column that is not there.
    """
    found: dict[str, dict[str, Column]] = {table: {} for table in heads}
    for table, head in heads.items():
        for form in COMMON:
            if sorted(head) == sorted(form):
                found[table] = {name: _column(text) for name, text in form.items()}
    path = EXPERIMENTS / chapter / NAME
    if (root / path).exists():
        for key, texts in settings.checked(root, path, "columns").items():
            tables = tables_of(path, key, heads)
            for name, text in texts.items():
                having = [table for table in tables if name in heads[table]]
                if not having:
                    known = {column for table in tables for column in heads[table]}
                    raise UserError(
                        f"{path}: `{key}` has no column `{name}`; {did_you_mean(name, known)}"
                    )
                for table in having:
                    found[table][name] = _column(text)
    return found


def tables_of(path: Path, key: str, heads: Collection[str]) -> list[str]:
    """The tables that a key names."""
    tables = []
    for pattern in (part.strip() for part in key.split(",")):
        matching = [table for table in heads if fnmatchcase(table, pattern)]
        if not matching:
            raise UserError(
                f"{path}: `{pattern}` is no table of the chapter; {did_you_mean(pattern, heads)}"
            )
        tables += matching
    return tables


def _column(text: str) -> Column:
    words = " ".join(text.split())
    unit = _UNIT.fullmatch(words)
    return Column(unit[1], unit[2]) if unit else Column(words, "1")
