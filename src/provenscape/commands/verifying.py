"""`provenscape verify`: claims verified afresh, without the ledger."""

import argparse
import sys
from pathlib import Path
from typing import Any

from provenscape.commands import common
from provenscape.errors import UserError
from provenscape.study import outline


def add(commands: Any) -> None:
    """Add the command to the parser."""
    verifying = commands.add_parser(
        "verify",
        help="verify claims afresh, without the ledger",
        description="Exit status: 0 each has a verdict; 1 one has none, or something is not known.",
    )
    verifying.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help="claims or chapters (all, if none is named), or files (.py) wherever they are",
    )
    verifying.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print a line for each claim that was asked for; exit status 1 if one has no verdict."""
    from provenscape.claims.afresh import Afresh  # brings SymPy, which the help does without
    from provenscape.claims.coverage import FAILS
    from provenscape.claims.facts import condition

    files = [Path(given) for given in options.ids if given.endswith(".py")]
    failed = sum(not verified_alone(path) for path in files)
    names = [given for given in options.ids if not given.endswith(".py")]
    if files and not names:
        sys.exit(1 if failed else 0)
    root = common.study(Path.cwd())
    claims = Afresh(root, common.results(root))
    for given in names:
        common.choose(given, [*claims.paths, *outline.chapters(root)], "claim or chapter")
    for name, path in claims.paths.items():
        if names and not {name, path.parent.name} & set(names):
            continue
        common.progress(f"checking {name} …")
        try:
            claim = claims.settled(name)
            common.progress()
            given = condition(claim) if claim["verdict"] in FAILS else ""
            print(f"{claim['verdict']:<13} {name}{f' ({given})' if given else ''}", flush=True)
        except UserError as error:
            failed += 1
            common.progress()
            print(f"{'NO VERDICT':<13} {error}", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            common.progress()
            sys.exit(f"error: stopped while {name} was checked")
    if failed:
        sys.exit(1)


def verified_alone(path: Path) -> bool:
    """Print the verdict of a file that need not be in a study; whether it has one."""
    from provenscape.claims import reading

    try:
        if not path.is_file():
            raise UserError(f"{path}: no such file")
        reading.require_readable(path)
        from provenscape.claims.verification import verify  # brings SymPy, as above

        print(f"{verify(path)['verdict']:<13} {path}", flush=True)
    except UserError as error:
        print(f"{'NO VERDICT':<13} {error}", file=sys.stderr, flush=True)
        return False
    return True
