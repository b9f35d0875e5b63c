"""`provenscape show`: a claim as it was checked, or an item with the claims about it."""

import argparse
import csv
from pathlib import Path
from typing import Any

from provenscape.commands import common
from provenscape.study import digests


def add(commands: Any) -> None:
    """Add the command to the parser."""
    showing = commands.add_parser("show", help="show one claim, or one item of the documents")
    showing.add_argument("id", help="such as pl-one-step or O-51")
    showing.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print what the ledger says of it."""
    root = common.study(Path.cwd())
    built = {claim["id"]: claim for claim in common.ledger(root)}
    if options.id in built:
        print(_page(built[options.id]))
        return
    path = common.results(root) / "items.csv"
    digests.require([path], path.parent)
    with path.open(encoding="utf-8", newline="") as stream:
        items = {row["item"]: row for row in csv.DictReader(stream)}
    common.choose(options.id, [*built, *items], "claim or item")
    item = items[options.id]
    print(f"{options.id}: {item['verdict']}")
    for key in ("sentence", "reason", "details"):
        print(f"  {key:<13} {item[key]}")
    for claim in built.values():
        if options.id in claim["items"]:
            print(f"\n{_page(claim)}")


def _page(claim: dict[str, Any]) -> str:
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
    if claim["figures"]:
        lines.append(f"  figures       {', '.join(claim['figures'])}")
    if claim["assumptions"]:
        lines.append(f"  assumes       {', '.join(claim['assumptions'])}")
    return "\n".join(lines)


def _covered(claim: dict[str, Any]) -> str:
    return ", ".join(f"{item} ({coverage})" for item, coverage in claim["items"].items())
