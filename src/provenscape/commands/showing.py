"""`provenscape show`: a claim as it was checked, an item with the claims about it, or a figure."""

import argparse
import csv
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from provenscape.commands import common
from provenscape.errors import UserError
from provenscape.study import digests, inventory, registry

UNBUILT = "verified now; the ledger has it after the next build"


def add(commands: Any) -> None:
    """Add the command to the parser."""
    showing = commands.add_parser(
        "show", help="show a claim, an item of the documents, or a figure"
    )
    showing.add_argument("id", metavar="ID", help="such as pl-one-step, O-51 or spin_glass")
    showing.add_argument(
        "--json", action="store_true", help="as JSON, with all that is known of it"
    )
    showing.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print what the results say of it; a claim that they do not have yet is verified."""
    root = common.study(Path.cwd())
    results, name = common.results(root), options.id
    figures = {figure.name: figure for figure in registry.figures(root)}
    built = {claim["id"]: claim for claim in _built(root)}
    if name in built:
        _say(built[name], _page, options.json)
    elif name in (rows := _items(results)):
        about = [claim for claim in built.values() if name in claim["items"]]
        _say(rows[name] | {"claims": about}, _item_page, options.json)
    elif name in figures:
        _say(_figure(figures[name], results), _figure_page, options.json)
    else:
        others = [*built, *figures, *(row["item"] for row in inventory.read(root))]
        _say(_afresh(name, root, results, others), _page, options.json)


def _built(root: Path) -> list[dict[str, Any]]:
    made = (common.results(root) / "ledger.json").exists()
    return common.ledger(root) if made else []


def _items(results: Path) -> dict[str, dict[str, Any]]:
    path = results / "items.csv"
    if not path.exists():
        return {}
    digests.require([path], results)
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["item"]: row for row in csv.DictReader(stream)}


def _afresh(name: str, root: Path, results: Path, others: list[str]) -> dict[str, Any]:
    """A claim that no ledger has, verified; UserError if there is no such claim."""
    from provenscape.claims.afresh import Afresh  # brings SymPy

    claims = Afresh(root, results)
    common.choose(name, [*claims.paths, *others], "claim, item or figure")
    if name not in claims.paths:
        raise UserError(f"{results}: no row for {name} yet; run `snakemake --cores all`")
    return claims.settled(name) | {"note": UNBUILT}


def _figure(figure: registry.Figure, results: Path) -> dict[str, Any]:
    """What a figure's file declares and, if it is built, what its sidecar says, and its files."""
    stem = results / "figures" / figure.chapter / figure.name
    files = [path for kind in registry.FORMATS if (path := stem.with_suffix(f".{kind}")).exists()]
    digests.require(files, results)
    sidecar = stem.with_suffix(".json")
    found = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar in files else {}
    declared = {"id": figure.name, "chapter": figure.chapter, "title": figure.title}
    return (
        declared
        | {"items": list(figure.items)}
        | found
        | {"files": [os.path.relpath(f) for f in files]}
    )


def _say(found: dict[str, Any], page: Any, as_json: bool) -> None:
    if as_json:
        print(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False))
    else:
        print(page(found))


def _wrapped(key: str, text: str) -> str:
    """A line `key text`, on a terminal broken to its width."""
    line = f"  {key:<13} {text}"
    if not sys.stdout.isatty():
        return line
    width = shutil.get_terminal_size().columns
    return textwrap.fill(line, width, subsequent_indent=" " * 16, break_long_words=False)


def _figure_page(figure: Mapping[str, Any]) -> str:
    lines = [f"{figure['id']}: {figure['title']}"]
    for key in ("caption", "notes", "alt"):
        if figure.get(key):
            lines.append(_wrapped(key, figure[key]))
    lines.append(_wrapped("items", ", ".join(figure["items"])))
    lines += [_wrapped("file", path) for path in figure["files"]]
    if not figure["files"]:
        lines.append(_wrapped("file", "not built yet; run `snakemake --cores all`"))
    return "\n".join(lines)


def _item_page(item: Mapping[str, Any]) -> str:
    lines = [f"{item['item']}: {item['verdict']}"]
    lines += [_wrapped(key, item[key]) for key in ("sentence", "reason", "details")]
    return "\n".join([*lines, *(f"\n{_page(claim)}" for claim in item["claims"])])


def _page(claim: Mapping[str, Any]) -> str:
    lines = [
        f"{claim['id']}: {claim['verdict']}{' (evident)' if claim['evident'] else ''}",
        f"  {claim['says']}",
        *(f"    {line}" for line in claim["statement"]["text"].splitlines()),
    ]
    for hypothesis in claim["hypotheses"]:
        lines.append(f"  hypothesis    {hypothesis['name']} ({hypothesis['status']})")
    lines += [
        f"  items         {_covered(claim) or 'none'}",
        f"  file          {claim['file']}",
    ]
    mutants = claim["mutants"]
    if mutants["total"]:
        lines.append(f"  mutants       {mutants['rejected']} of {mutants['total']} rejected")
    for key in ("scope", "tight", "counterexample", "repairs"):
        if claim.get(key) is not None:
            lines.append(f"  {key:<13} {claim[key]}")
    for key in ("counts", "control"):
        if key in claim["values"]:
            lines.append(f"  {key:<13} {claim['values'][key]}")
    for fact in claim["facts"]:
        unproved = fact in claim["unproved_facts"]
        lines.append(f"  rests on      {fact}{' (not proved here)' if unproved else ''}")
    if claim.get("figures"):
        lines.append(f"  figures       {', '.join(claim['figures'])}")
    if claim["assumptions"]:
        lines.append(f"  assumes       {', '.join(claim['assumptions'])}")
    if "note" in claim:
        lines.append(f"  note          {claim['note']}")
    return "\n".join(lines)


def _covered(claim: Mapping[str, Any]) -> str:
    return ", ".join(f"{item} ({coverage})" for item, coverage in claim["items"].items())
