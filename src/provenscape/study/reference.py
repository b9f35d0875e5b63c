"""The reference of a study, folder `manifest`: what a build gave, by column of tables and by file.

It is no truth, and no test of one: it tells what another build, on another processor perhaps, has
otherwise, and by how much. Of a column of numbers it has Σ|x|, Σx and Σ (i/n) x_i, which tells the
order; of one of words, a digest. To how many digits a table is the same everywhere is declared
where the table is, in DIGITS of its experiment; of others it is `DIGITS` of the nine printed.
"""

import csv
import hashlib
import json
import math
import platform
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from provenscape.errors import UserError
from provenscape.study import digests, registry, tables
from provenscape.study.files import write_text

FOLDER = Path("manifest")
COLUMNS = FOLDER / "reference.csv"
FILES = FOLDER / "reference.json"
FIELDS = ("table", "column", "rows", "missing", "size", "sum", "moment")
DIGITS = 6
PRINTED = tables.DIGITS


@dataclass(frozen=True)
class Change:
    """How a column differs from the reference: to how many digits of its size it is the same, and
    a sentence."""

    table: str
    column: str
    digits: float
    told: str

    def __str__(self) -> str:
        return f"{self.table}: {self.column} {self.told}"


def processor() -> str:
    """The processor's name, where Linux tells it: compiled training is tuned to it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def summary(name: str, table: pd.DataFrame) -> list[dict[str, str]]:
    """A row a column of the reference: cells, empty cells, and sums or a digest."""
    rows = []
    for column in table:
        cells = table[column]
        row = {"table": name, "column": column, "rows": len(cells), "missing": cells.isna().sum()}
        numbers = pd.to_numeric(cells, errors="coerce")
        if cells.dtype != bool and (numbers.isna() == cells.isna()).all():
            finite = numbers.replace([math.inf, -math.inf], 1.0).fillna(0).reset_index()
            x, place = finite[column], (finite.index + 1) / len(finite)
            sums = {"size": x.abs().sum(), "sum": x.sum(), "moment": (x * place).sum()}
            rows.append(row | {key: f"{value:.{PRINTED}g}" for key, value in sums.items()})
        else:
            digest = hashlib.sha256("\n".join(map(_rounded, cells)).encode()).hexdigest()[:16]
            rows.append(row | {"size": "", "sum": digest, "moment": ""})
    return [{key: str(value) for key, value in row.items()} for row in rows]


def _rounded(cell: object) -> str:
    """A cell as text, a number in six digits."""
    try:
        return f"{float(cell):.6g}"  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return str(cell)


def columns(root: Path) -> dict[str, dict[str, dict[str, str]]]:
    """The reference's rows by table and column."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    try:
        with (root / COLUMNS).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                found.setdefault(row["table"], {})[row["column"]] = row
    except (OSError, KeyError, UnicodeDecodeError, csv.Error):
        found = {}
    if not found:
        raise UserError(f"{COLUMNS}: no reference; restore it from version control")
    return found


def changes(name: str, table: pd.DataFrame, known: Mapping[str, Mapping[str, str]]) -> list[Change]:
    """How a table differs from the rows of the reference, at most once a column."""
    found = {row["column"]: row for row in summary(name, table)}
    said = [Change(name, column, 0, "is new") for column in found.keys() - known.keys()]
    said += [Change(name, column, 0, "is gone") for column in known.keys() - found.keys()]
    for column in found.keys() & known.keys():
        change = _changed(name, column, known[column], found[column])
        said += [change] if change else []
    return sorted(said, key=lambda change: change.column)


def _changed(
    table: str, column: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Change | None:
    for key, words in (("rows", "rows"), ("missing", "empty cells")):
        if old[key] != new[key]:
            return Change(table, column, 0, f"had {old[key]} {words}, has {new[key]}")
    if not old["size"] or not new["size"]:
        return None if old["sum"] == new["sum"] else Change(table, column, 0, "has other words")
    size, sums = float(old["size"]), ("size", "sum", "moment")
    most = max(sums, key=lambda key: abs(float(old[key]) - float(new[key])))
    off = abs(float(old[most]) - float(new[most]))
    if off == 0:
        return None
    digits = max(0.0, -math.log10(off / size)) if size else 0.0
    told = (
        f"is the same to {digits:.1f} digits of its size ({most} was {old[most]}, is {new[most]})"
    )
    return Change(table, column, digits, told)


def write(root: Path, results: Path) -> None:
    """Write the reference of the build in `results`."""
    names = sorted(
        f"{made.chapter}/{table}" for made in registry.experiments(root) for table in made.tables
    )
    rows = [r for name in names for r in summary(name, tables.read(results / f"data/{name}.csv"))]
    text = "".join(",".join(row) + "\n" for row in [FIELDS, *(tuple(r.values()) for r in rows)])
    write_text(root / COLUMNS, text)
    manifest = json.loads((results / digests.MANIFEST).read_text(encoding="utf-8"))
    content = {
        "processor": processor(),
        "config": manifest["config"],
        "verdicts": _verdicts(results),
        "sha256": _files(manifest),
    }
    write_text(root / FILES, json.dumps(content, indent=1, sort_keys=True) + "\n")


def files(root: Path) -> dict[str, Any]:
    """The rest of the reference: processor, config, verdicts, sha256."""
    try:
        content: dict[str, Any] = json.loads((root / FILES).read_text(encoding="utf-8"))
        if {"processor", "config", "verdicts", "sha256"} <= set(content):
            return content
    except (OSError, ValueError, TypeError):
        pass
    raise UserError(f"{FILES}: no reference; restore it from version control")


def _files(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The digests that a manifest lists, without those of pages, which tell what others hold."""
    listed = manifest["sha256"].items()
    return {name: digest for name, digest in listed if not name.startswith("dossier/")}


def _verdicts(results: Path) -> dict[str, str]:
    ledger = json.loads((results / "ledger.json").read_text(encoding="utf-8"))
    return {claim["id"]: claim["verdict"] for claim in ledger["claims"]}


def compare(root: Path, results: Path) -> list[str]:
    """Print how the build in `results` differs from the reference; return what is beyond the digits
    that are declared, and what else must be the same everywhere: rows, words and verdicts.

    Raises UserError where the build has another effort or seed.
    """
    reference = files(root)
    manifest = json.loads((results / digests.MANIFEST).read_text(encoding="utf-8"))
    for key, value in reference["config"].items():
        if manifest["config"].get(key) != value:
            raise UserError(
                f"{results}: built with {key}: {manifest['config'].get(key)}, the reference with "
                f"{value}; build with that to compare"
            )
    print(f"reference    of {reference['processor']}; this is {processor()}")
    _print_files(reference["sha256"], _files(manifest))
    beyond = [*_beyond(root, results), *_other(reference["verdicts"], _verdicts(results))]
    for line in beyond:
        print(f"DIFFERS      {line}")
    if not beyond:
        print("the same     verdicts, and all tables to the digits that are declared")
    return beyond


def _beyond(root: Path, results: Path) -> Iterator[str]:
    """Print the columns that differ within the digits declared; yield those beyond."""
    known = columns(root)
    for made in registry.experiments(root):
        for table in made.tables:
            name = f"{made.chapter}/{table}"
            path = results / f"data/{name}.csv"
            for change in changes(name, tables.read(path), known.get(name, {})):
                declared = declared_digits(made, change)
                if change.digits < declared:
                    yield f"{change}; {declared} are declared"
                else:
                    print(f"within       {change}; {declared} are declared")


def declared_digits(made: registry.Experiment, change: Change) -> int:
    """To how many digits the column is the same everywhere, by the experiment that makes it."""
    table = change.table.rpartition("/")[2]
    return made.digits.get(f"{table}.{change.column}", made.digits.get(table, DIGITS))


def _other(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The claims with another verdict."""
    return [
        f"{claim}: was {old.get(claim, 'not there')}, is {new.get(claim, 'not there')}"
        for claim in sorted(old.keys() | new.keys())
        if old.get(claim) != new.get(claim)
    ]


def _print_files(old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """How many files are the same bytes, and how many of each folder are not."""
    same = sum(old.get(name) == digest for name, digest in new.items())
    print(f"files        {same} of {len(old)} have the reference's bytes")
    other = Counter(
        str(Path(name).parent) for name in old.keys() | new.keys() if old.get(name) != new.get(name)
    )
    for folder, count in sorted(other.items()):
        print(f"             {count} other, new or gone in {folder}")
