"""datapackage.json: every table with its columns, their types, and what they hold.

The form is that of Frictionless Data's Tabular Data Package, version 1. What the columns of a
table hold, and their units, is told by `study.columns` or, of the ledger's tables, by the ledger.
"""

import ast
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from provenscape.claims import ledger
from provenscape.study import citation, columns, registry, settings
from provenscape.study.columns import Column
from provenscape.study.files import sha256, write_text

TITLES = {
    "ledger": "Claims",
    "items": "Items of the documents",
    "claims_items": "How claims cover items",
    "hypotheses": "Hypotheses of claims",
}
UNITS = (
    "All quantities are dimensionless: their unit is 1, the radian, or what is counted. An empty "
    "cell is a missing value."
)
FORMS = {
    "integer": re.compile(r"[+-]?\d+"),
    "number": re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|-?inf|nan"),
}


def write(tables: Mapping[str, Any], results: Path) -> None:
    """Write datapackage.json, from `package`, and the JSON Schema of the ledger."""
    for name, content in (
        ("datapackage", tables),
        ("ledger.schema", settings.read(settings.SCHEMAS / "ledger.schema.yaml")),
    ):
        write_text(
            results / f"{name}.json", json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        )


def package(root: Path, results: Path) -> dict[str, Any]:
    """The description of all tables."""
    study = citation.read(root)
    licence = study.fields.get("license")
    return {
        "profile": "tabular-data-package",
        "name": study.key,
        "title": f"Verdicts and data of {study.title}",
        "version": study.version,
        "description": UNITS,
        **({"licenses": [{"name": licence}]} if licence else {}),
        "resources": [*_of_ledger(results), *_of_experiments(root, results)],
    }


def _of_ledger(results: Path) -> Iterator[dict[str, Any]]:
    for name, texts in ledger.COLUMNS.items():
        known = {column: Column(text, "1") for column, text in texts.items()}
        head, rows = _read(results / f"{name}.csv")
        yield resource(results, f"{name}.csv", TITLES[name], "", head, rows, known)


def _of_experiments(root: Path, results: Path) -> Iterator[dict[str, Any]]:
    tables = {
        (made.chapter, table): _read(results / f"data/{made.chapter}/{table}.csv")
        for made in registry.experiments(root)
        for table in made.tables
    }
    known = {}
    for chapter in dict.fromkeys(chapter for chapter, _ in tables):
        heads = {table: head for (of, table), (head, _) in tables.items() if of == chapter}
        known[chapter] = columns.described(root, chapter, heads)
    for made in registry.experiments(root):
        module = ast.parse((root / made.path).read_text(encoding="utf-8"))
        told = (ast.get_docstring(module) or "").partition("\n")[0]
        for table in made.tables:
            path = f"data/{made.chapter}/{table}.csv"
            of_table = known[made.chapter][table]
            title = table.replace("_", " ").capitalize()
            yield resource(results, path, title, told, *tables[made.chapter, table], of_table)


Tables = list[Mapping[str, Any]]


def by_chapter(tables: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[tuple[str, Tables]]]]:
    """Tables under their chapter, those of the ledger under none, and there under what is told of
    the experiment that makes them."""
    found: dict[str, dict[str, Tables]] = {}
    for table in tables:
        parts = table["path"].split("/")
        chapter = found.setdefault(parts[1] if len(parts) > 2 else "", {})
        chapter.setdefault(table.get("description", ""), []).append(table)
    return [(chapter, list(told.items())) for chapter, told in found.items()]


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    """The names of the columns of a table, and its rows."""
    head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    return head, rows


def resource(
    results: Path,
    path: str,
    title: str,
    description: str,
    head: list[str],
    rows: list[list[str]],
    known: Mapping[str, Column],
) -> dict[str, Any]:
    """A table: its path, digest, size, and a field for each column."""
    file = results / path
    fields = []
    for number, name in enumerate(head):
        field = {"name": name, "type": kind(row[number] for row in rows)}
        if name in known:
            field["description"] = known[name].description
            if field["type"] != "string":
                field["unit"] = known[name].unit
        fields.append(field)
    found = {
        "profile": "tabular-data-resource",
        "name": re.sub(r"[^a-z0-9._-]", "-", path.removesuffix(".csv").replace("/", ".").lower()),
        "path": path,
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": len(rows),
        "bytes": file.stat().st_size,
        "hash": f"sha256:{sha256(file)}",
        "schema": {"fields": fields, "missingValues": [""]},
    }
    return {key: value for key, value in found.items() if value != ""}


def kind(cells: Iterable[str]) -> str:
    """The type of a column: integer, number or string, whichever first holds all its cells."""
    filled = [cell for cell in cells if cell]
    for name, form in FORMS.items():
        if filled and all(map(form.fullmatch, filled)):
            return name
    return "string"
