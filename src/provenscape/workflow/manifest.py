"""The digests of all outputs, recorded only if the outputs are as they must be."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from provenscape import __version__
from provenscape.errors import UserError
from provenscape.study import digests, inventory
from provenscape.study.files import sha256, within, write_text

_STARTS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n", ".svg": b"<?xml", ".webp": b"RIFF"}


def check(outputs: Iterable[Path], results: Path, root: Path) -> None:
    """Raise UserError unless the outputs are whole.

    Every figure file is of its format; every item of the documents has exactly one row in
    items.csv; every claim has mutants, all of them rejected, or a counterexample.
    """
    for path in outputs:
        start = _STARTS.get(path.suffix, b"")
        if not path.read_bytes() or not path.read_bytes().startswith(start):
            raise UserError(f"{path}: empty or not {path.suffix[1:]}; delete it and build again")
    with (results / "items.csv").open(encoding="utf-8", newline="") as stream:
        rows = Counter(row["item"] for row in csv.DictReader(stream))
    expected = Counter(row["item"] for row in inventory.read(root))
    for item in sorted((rows - expected) | (expected - rows)):
        raise UserError(f"{results / 'items.csv'}: {rows[item]} rows for {item}, not one")
    ledger = json.loads((results / "ledger.json").read_text(encoding="utf-8"))
    for claim in ledger["claims"]:
        mutants = claim["mutants"]
        tried = mutants["total"] or claim["verdict"] in ("refuted", "repaired")
        if not tried or mutants["rejected"] < mutants["total"]:
            raise UserError(f"{claim['file']}: a mutant of {claim['id']} survives")


def write(outputs: Iterable[str], results: Path, config: Mapping[str, Any]) -> None:
    """Check the outputs and write manifest.json: version, configuration, SHA-256 by path.

    Paths are relative to `results`; of a folder each file counts.
    """
    paths = within(outputs)
    check(paths, results, Path())
    listed = {path.relative_to(results).as_posix(): sha256(path) for path in paths}
    content = {"version": __version__, "config": dict(config), "sha256": listed}
    write_text(results / digests.MANIFEST, json.dumps(content, indent=1, sort_keys=True) + "\n")
