"""The command `provenscape`: list claims, show one, verify some afresh, check an archive."""

import argparse
import csv
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from provenscape import __version__
from provenscape.claims import ledger, verification
from provenscape.claims.coverage import FAILS
from provenscape.claims.documents import Documents, documents
from provenscape.claims.facts import condition
from provenscape.claims.loading import claim_files, claim_id
from provenscape.claims.settling import companions, settle
from provenscape.errors import UserError, did_you_mean, one_line
from provenscape.study import digests, registry, settings
from provenscape.study.inventory import INVENTORY
from provenscape.study.registry import CHAPTERS, is_sampled


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
    listing = commands.add_parser("list", help="list claims with their verdicts")
    listing.add_argument("--chapter", help="of this chapter only")
    listing.add_argument("--verdict", help="with this verdict only")
    listing.set_defaults(command=_list)
    showing = commands.add_parser("show", help="show one claim, or one item of the documents")
    showing.add_argument("id", help="such as pl-one-step or O-51")
    showing.set_defaults(command=_show)
    verifying = commands.add_parser("verify", help="verify claims afresh, without the ledger")
    verifying.add_argument("ids", nargs="*", help="claims or chapters; all, if none is named")
    verifying.set_defaults(command=_verify)
    _add_check(commands)
    return parser


def _add_check(commands: Any) -> None:
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
    checking.set_defaults(command=_check)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of claims; try 20")
    return int(text)


def _root(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / INVENTORY).exists():
            return folder
    raise UserError(f"{start}: not inside a checkout of provenscape; change into one")


def _choose(given: str | None, known: Sequence[str], what: str) -> None:
    if given is not None and given not in known:
        raise UserError(f"no {what} is called {given}; {did_you_mean(given, known)}")


def _results(root: Path) -> Path:
    return root / settings.read(root / settings.CONFIG)["results"]


def _ledger(root: Path) -> list[dict[str, Any]]:
    path = _results(root) / "ledger.json"
    if not path.exists():
        raise UserError(f"{path}: not built yet; run `snakemake --cores all`")
    digests.require([path], path.parent)
    built: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["claims"]
    return built


def _list(options: argparse.Namespace) -> None:
    root = _root(Path.cwd())
    _choose(options.chapter, CHAPTERS, "chapter")
    _choose(options.verdict, ledger.VERDICTS, "verdict")
    chosen = [
        claim
        for claim in _ledger(root)
        if options.chapter in (None, claim["chapter"])
        and options.verdict in (None, claim["verdict"])
    ]
    width = max((len(claim["id"]) for claim in chosen), default=0)
    for claim in chosen:
        place = f"{claim['verdict']:<13} {claim['chapter']:<18} {claim['id']:<{width}}"
        print(f"{place}  {claim['says']}")


def _show(options: argparse.Namespace) -> None:
    root = _root(Path.cwd())
    built = {claim["id"]: claim for claim in _ledger(root)}
    if options.id in built:
        print(_page(built[options.id]))
        return
    path = _results(root) / "items.csv"
    digests.require([path], path.parent)
    with path.open(encoding="utf-8", newline="") as stream:
        items = {row["item"]: row for row in csv.DictReader(stream)}
    _choose(options.id, [*built, *items], "claim or item")
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


def _verify(options: argparse.Namespace) -> None:
    root = _root(Path.cwd())
    paths = {claim_id(path): path for path in claim_files(root)}
    for given in options.ids:
        _choose(given, [*paths, *CHAPTERS], "claim or chapter")
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


def _check(options: argparse.Namespace) -> None:
    from provenscape.archive import check  # brings Matplotlib, which the others do without

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # and takes its temporary folder away
    wanted = check.Wanted(options.claims, options.sample, options.rebuild, options.experiments)
    sys.exit(check.run(options.archive or _results(_root(Path.cwd())), wanted))


def _record(path: Path, root: Path) -> dict[str, Any]:
    """The record of a claim taken by itself; of one judged on tables, on those that were built."""
    if is_sampled(path):
        results = _results(root)
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
