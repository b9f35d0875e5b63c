"""`provenscape list`: the claims with their verdicts, from the ledger."""

import argparse
import json
import shutil
import sys
import textwrap
from pathlib import Path
from typing import Any

from provenscape.commands import common
from provenscape.study import inventory, outline


def add(commands: Any) -> None:
    """Add the command to the parser."""
    listing = commands.add_parser("list", help="list claims with their verdicts")
    listing.add_argument("--chapter", help="of this chapter only")
    listing.add_argument("--verdict", help="with this verdict only")
    listing.add_argument("--item", help="about this item of the documents only")
    listing.add_argument(
        "--json", action="store_true", help="as JSON: a list of the claims as the ledger has them"
    )
    listing.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print a line for each claim that was asked for, on a terminal no wider than that."""
    root = common.study(Path.cwd())
    common.choose(options.chapter, outline.chapters(root), "chapter")
    if options.verdict:
        from provenscape.claims.coverage import VERDICTS  # brings SymPy

        common.choose(options.verdict, VERDICTS, "verdict")
    common.choose(options.item, [row["item"] for row in inventory.read(root)], "item")
    chosen = [
        claim
        for claim in common.ledger(root)
        if options.chapter in (None, claim["chapter"])
        and options.verdict in (None, claim["verdict"])
        and (options.item is None or options.item in claim["items"])
    ]
    if options.json:
        print(json.dumps(chosen, indent=1, sort_keys=True, ensure_ascii=False))
        return
    columns = {
        key: max((len(claim[key]) for claim in chosen), default=0)
        for key in ("verdict", "chapter", "id")
    }
    for claim in chosen:
        place = "  ".join(f"{claim[key]:<{width}}" for key, width in columns.items())
        line = f"{place}  {claim['says']}"
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else len(line)
        if len(line) > width:
            line = "\n".join(
                textwrap.wrap(place, width)
                + textwrap.wrap(
                    claim["says"], width, initial_indent="    ", subsequent_indent="    "
                )
            )
        print(line)
