"""`provenscape check`: an archive or a folder of results against what it says of itself."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Any

from provenscape.commands import common


def add(commands: Any) -> None:
    """Add the command to the parser."""
    checking = commands.add_parser(
        "check",
        help="check an archive: its digests, every claim afresh, figures if you ask; or results",
        description="Of an archive, digests, claims and what follows from them are checked; of a "
        "folder of results, whether each is as the job that made it has left it. Exit status: 0 "
        "whole and verified; 1 something differs; 2 not read, since it is unreadable, hostile, or "
        "without what was asked for. Nothing is left on the disk.",
    )
    checking.add_argument(
        "archive",
        type=Path,
        nargs="?",
        help="the zip, or the folder it was unpacked to, or a folder of results; "
        "without one, the results of this checkout",
    )
    some = checking.add_mutually_exclusive_group()
    some.add_argument(
        "--claims", nargs="+", default=(), metavar="ID", help="these claims or chapters only"
    )
    some.add_argument(
        "--sample", type=_count, metavar="N", help="N claims only, drawn by lot; 0 for none"
    )
    checking.add_argument(
        "--rebuild",
        nargs="+",
        default=(),
        metavar="FIGURE",
        help="draw these figures again, or all; this runs Python code of the archive",
    )
    checking.add_argument(
        "--experiments",
        action="store_true",
        help="with --rebuild: run the experiments behind the figures again too",
    )
    checking.set_defaults(command=run)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of claims; try 20")
    return int(text)


def run(options: argparse.Namespace) -> None:
    """Print the report; the exit status is that of `archive.check`."""
    from provenscape.archive import check  # brings Matplotlib, which the others do without

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # and takes its temporary folder away
    wanted = check.Wanted(options.claims, options.sample, options.rebuild, options.experiments)
    sys.exit(check.run(options.archive or common.results(common.study(Path.cwd())), wanted))
