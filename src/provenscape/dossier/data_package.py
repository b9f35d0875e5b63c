"""datapackage.json: every table with its columns, their types, and what they hold.

The form is that of Frictionless Data's Tabular Data Package, version 1. What the columns of a
table of data hold is told by the docstring of the experiment that makes it; all quantities are
dimensionless.
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
from provenscape.study import citation, registry, settings
from provenscape.study.files import sha256, write_text

TITLES = {
    "ledger": "Claims",
    "items": "Items of the documents",
    "claims_items": "How claims cover items",
    "hypotheses": "Hypotheses of claims",
}
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
        "description": "All quantities are dimensionless. An empty cell is a missing value.",
        **({"licenses": [{"name": licence}]} if licence else {}),
        "resources": [*_of_ledger(results), *_of_experiments(root, results)],
    }


def _of_ledger(results: Path) -> Iterator[dict[str, Any]]:
    for name, columns in ledger.COLUMNS.items():
        yield resource(results, f"{name}.csv", TITLES[name], "", columns)


def _of_experiments(root: Path, results: Path) -> Iterator[dict[str, Any]]:
    for made in registry.experiments(root):
        module = ast.parse((root / made.path).read_text(encoding="utf-8"))
        title = (ast.get_docstring(module) or "").partition("\n")[0]
        runs = [n for n in module.body if isinstance(n, ast.FunctionDef) and n.name == "run"]
        told = " ".join((ast.get_docstring(runs[0]) or "").split()) if runs else ""
        for table in made.tables:
            yield resource(results, f"data/{made.chapter}/{table}.csv", title, told, {})


def resource(
    results: Path, path: str, title: str, description: str, columns: Mapping[str, str]
) -> dict[str, Any]:
    """A table: its path, digest, size, and a field for each column."""
    file = results / path
    head, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
    fields = []
    for number, name in enumerate(head):
        field = {"name": name, "type": kind(row[number] for row in rows)}
        fields.append(field | ({"description": columns[name]} if name in columns else {}))
    found = {
        "profile": "tabular-data-resource",
        "name": re.sub(r"[^a-z0-9._-]", "-", path.removesuffix(".csv").replace("/", ".").lower()),
        "path": path,
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
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
