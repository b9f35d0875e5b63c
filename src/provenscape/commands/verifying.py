"""`provenscape verify`: claims verified afresh, without the ledger."""

import argparse
import sys
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import Any

from provenscape.claims import verification
from provenscape.claims.coverage import FAILS
from provenscape.claims.documents import Documents, documents
from provenscape.claims.facts import condition
from provenscape.claims.loading import claim_files, claim_id
from provenscape.claims.settling import companions, settle
from provenscape.commands import common
from provenscape.errors import UserError
from provenscape.study import digests, outline, registry
from provenscape.study.registry import is_sampled


def add(commands: Any) -> None:
    """Add the command to the parser."""
    verifying = commands.add_parser("verify", help="verify claims afresh, without the ledger")
    verifying.add_argument("ids", nargs="*", help="claims or chapters; all, if none is named")
    verifying.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print a line for each claim that was asked for; exit status 1 if one has no verdict."""
    root = common.study(Path.cwd())
    paths = {claim_id(path): path for path in claim_files(root)}
    chapters = outline.chapters(root)
    for given in options.ids:
        common.choose(given, [*paths, *chapters], "claim or chapter")
    known = documents(root)
    record = cache(lambda name: _record(paths[name], root))
    failed = 0
    for name, path in paths.items():
        if options.ids and not {name, path.parent.name} & set(options.ids):
            continue
        try:
            claim = _settled(name, paths, record, known)
            given = condition(claim) if claim["verdict"] in FAILS else ""
            print(f"{claim['verdict']:<13} {name}{f' ({given})' if given else ''}", flush=True)
        except UserError as error:
            failed += 1
            print(f"{'NO VERDICT':<13} {error}", file=sys.stderr, flush=True)
    if failed:
        sys.exit(1)


def _record(path: Path, root: Path) -> dict[str, Any]:
    """The record of a claim taken by itself; of one judged on tables, on those that were built."""
    if is_sampled(path):
        results = common.results(root)
        judged = registry.judged_tables(path)
        digests.require((results / "data" / f"{table}.csv" for table in judged), results)
        from provenscape.claims import sampling  # brings pandas

        return sampling.verify(path, results / "data")
    return verification.verify(path)


def _settled(
    name: str,
    paths: Collection[str],
    record: Callable[[str], dict[str, Any]],
    known: Documents,
) -> dict[str, Any]:
    """A claim, settled together with the claims that it refers to."""
    together, next_ones = {name}, [name]
    while next_ones:
        beside = companions(record(next_ones.pop()), known) - together
        next_ones += sorted(beside & set(paths))
        together |= beside & set(paths)
    settled = settle([record(one) for one in sorted(together)], known)
    return next(claim for claim in settled if claim["id"] == name)
