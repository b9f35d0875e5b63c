"""The command `provenscape`: begin a study; list, show and verify claims; check an archive."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from provenscape import __version__
from provenscape.commands import (
    checking,
    classifying,
    creating,
    finding,
    listing,
    rating,
    showing,
    verifying,
)
from provenscape.errors import one_line

EXAMPLES = """examples:
  provenscape new my-paper
  provenscape list --chapter hardness --verdict refuted
  provenscape list --item O-51 --json
  provenscape show pl-one-step
  provenscape verify pl-one-step critical_points
  provenscape check provenscape-0.1.0-0123456789ab.zip

exit status:
  0  done; with `verify`, each claim has a verdict
  1  refused in one line, a claim without a verdict, or something differs (`check`)
  2  a wrong option, or what `check` was given was not read
"""
COMMANDS = (creating, listing, showing, verifying, checking, finding, classifying, rating)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a wrong argument or file ends it with one line."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # formulas have signs that not every terminal has
        sys.stdout.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        with one_line():
            options.command(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="provenscape",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser
