"""The published tables, summed up column by column: a record that tells which number has changed.

The record is no truth, and no test of one: it only keeps a published number from changing unseen.
After a change on purpose and a build, `python benchmarks/reference.py` renews it, and its
difference shows what moved. It holds for effort and seed of config/config.yaml; elsewhere than on
x86-64 last bits grow in what is trained for long, and it is not asked.
"""

import csv
import hashlib
from functools import cache
from pathlib import Path

import pandas as pd

RECORD = Path(__file__).with_name("reference.csv")
PROCESSOR = Path(__file__).with_name("reference_processor.txt")
FIELDS = ("table", "column", "rows", "missing", "size", "sum", "moment")
WITHIN = 1e-6  # of the sum of the sizes


def processor() -> str:
    """The processor's name, where Linux tells it: compiled training is tuned to it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "unknown")


def summary(name: str, table: pd.DataFrame) -> list[dict[str, str]]:
    """A row a column: how many cells, how many empty, Σ|x|, Σx, and Σ (i/n) x_i, which tells the
    order; of words, one digest in the place of the sums."""
    rows = []
    for column in table:
        cells = table[column]
        row = {"table": name, "column": column, "rows": len(cells), "missing": cells.isna().sum()}
        numbers = pd.to_numeric(cells, errors="coerce")
        if cells.dtype != bool and (numbers.isna() == cells.isna()).all():
            finite = numbers.replace([float("inf"), float("-inf")], 1.0).fillna(0).reset_index()
            x, place = finite[column], (finite.index + 1) / len(finite)
            sums = {"size": x.abs().sum(), "sum": x.sum(), "moment": (x * place).sum()}
            rows.append(row | {key: f"{value:.9g}" for key, value in sums.items()})
        else:
            digest = hashlib.sha256("\n".join(map(rounded, cells)).encode()).hexdigest()[:16]
            rows.append(row | {"size": "", "sum": digest, "moment": ""})
    return [{key: str(value) for key, value in row.items()} for row in rows]


def rounded(cell: object) -> str:
    """A cell as text, a number in six digits."""
    try:
        return f"{float(cell):.6g}"  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return str(cell)


@cache
def recorded() -> dict[tuple[str, str], dict[str, str]]:
    """The record by table and column."""
    with RECORD.open(encoding="utf-8", newline="") as file:
        return {(row["table"], row["column"]): row for row in csv.DictReader(file)}


def differences(name: str, table: pd.DataFrame) -> list[str]:
    """How a table differs from the record, a line a column; empty if in nothing."""
    known = {key: row for key, row in recorded().items() if key[0] == name}
    found = {(row["table"], row["column"]): row for row in summary(name, table)}
    said = [f"{column}: no such column before" for _, column in found.keys() - known.keys()]
    said += [f"{column}: is gone" for _, column in known.keys() - found.keys()]
    for key in sorted(found.keys() & known.keys()):
        old, new = known[key], found[key]
        for field in FIELDS[2:]:
            if not same(old[field], new[field], old["size"]):
                said.append(f"{key[1]}: {field} was {old[field]}, is {new[field]}")
    return sorted(said)


def same(old: str, new: str, size: str) -> bool:
    """Whether two entries are equal, sums to a millionth of the sum of the sizes."""
    if old == new:
        return True
    return bool(size) and abs(float(old) - float(new)) <= WITHIN * float(size)
