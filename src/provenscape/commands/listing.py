"""`provenscape list`: the claims with their verdicts, from the ledger."""

import argparse
from pathlib import Path
from typing import Any

from provenscape.claims.coverage import VERDICTS
from provenscape.commands import common
from provenscape.study import outline


def add(commands: Any) -> None:
    """Add the command to the parser."""
    listing = commands.add_parser("list", help="list claims with their verdicts")
    listing.add_argument("--chapter", help="of this chapter only")
    listing.add_argument("--verdict", help="with this verdict only")
    listing.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print a line for each claim that was asked for."""
    root = common.study(Path.cwd())
    common.choose(options.chapter, outline.chapters(root), "chapter")
    common.choose(options.verdict, VERDICTS, "verdict")
    chosen = [
        claim
        for claim in common.ledger(root)
        if options.chapter in (None, claim["chapter"])
        and options.verdict in (None, claim["verdict"])
    ]
    width = max((len(claim["id"]) for claim in chosen), default=0)
    for claim in chosen:
        place = f"{claim['verdict']:<13} {claim['chapter']:<18} {claim['id']:<{width}}"
        print(f"{place}  {claim['says']}")
