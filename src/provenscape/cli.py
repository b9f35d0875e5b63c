"""The command `provenscape`: list claims, show one, verify some afresh, check an archive."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from provenscape import __version__
from provenscape.commands import checking, listing, showing, verifying
from provenscape.errors import one_line

COMMANDS = (listing, showing, verifying, checking)


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
    parser = argparse.ArgumentParser(prog="provenscape", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser
