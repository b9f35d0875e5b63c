"""`provenscape check`: whether an archive is whole, and true by the kernel that is installed here;
of a folder of results, whether it is as the workflow has left it.

Exit status: 0 whole, and all that was checked is verified; 1 something differs; 2 not read, since
it is unreadable or hostile or since what was asked for is not in it.
"""

import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from provenscape import __version__
from provenscape.archive import built, form, opening, rebuild, verdicts, whole
from provenscape.errors import UserError
from provenscape.study import digests

VERIFIED, DIFFERS, REFUSED = 0, 1, 2
SHOWN = 20  # differences of a kind; the others are counted


@dataclass(frozen=True)
class Wanted:
    """What is to be checked: claims by id or chapter, or so many drawn by lot, or all; figures to
    draw again; whether from tables made afresh."""

    claims: Sequence[str] = ()
    sample: int | None = None
    rebuild: Sequence[str] = ()
    experiments: bool = False


@dataclass
class Report:
    """What is said on standard output, a line each; progress goes to standard error."""

    differences: int = 0
    left: list[str] = field(default_factory=list)

    def say(self, what: str, words: str) -> None:
        print(f"{what:<11} {plain(words)}", flush=True)

    def differs(self, what: str, found: Sequence[str]) -> None:
        """Say what differs; nothing, if nothing does."""
        self.differences += len(found)
        for words in found[:SHOWN]:
            self.say(what, f"DIFFERS: {words}")
        if len(found) > SHOWN:
            self.say(what, f"DIFFERS: {len(found) - SHOWN} more")


def plain(words: str) -> str:
    """The words in one line without anything that a terminal acts on: they may be the archive's."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)


def run(path: Path, wanted: Wanted) -> int:
    """Check an archive, a file or a folder, or a folder of results; print the report and return the
    exit status.

    All that is written lies in a temporary folder, which is taken away at the end.
    """
    report = Report()
    if built.found_at(path):
        return _check_results(path, wanted, report)
    with tempfile.TemporaryDirectory(prefix="provenscape-check-") as temporary:
        root, made = Path(temporary).resolve() / "archive", Path(temporary).resolve() / "made"
        made.mkdir()
        try:
            _check(path, wanted, root, made, report)
        except UserError as error:
            return _refused(path, str(error).replace(f"{root}/", ""))
    return _ended(report)


def _refused(path: Path, reason: str) -> int:
    print(f"refused     {plain(f'{path}: {reason}')}", file=sys.stderr)
    return REFUSED


def _ended(report: Report) -> int:
    if report.differences:
        report.say("result", f"{report.differences} differences: not what it says it is")
        return DIFFERS
    report.say("result", "; ".join(["whole, and what was checked is verified", *report.left]))
    return VERIFIED


def _check_results(path: Path, wanted: Wanted, report: Report) -> int:
    """Check results where they were built; what they say is not derived again."""
    if wanted != Wanted():
        return _refused(path, "results; `provenscape verify` checks claims, `make` builds the rest")
    try:
        listed, found = digests.manifest(path), built.differences(path)
    except UserError as error:
        return _refused(path, str(error))
    report.say("form", f"{len(listed)} results that {digests.MANIFEST} lists")
    report.differs("digests", found)
    if not found:
        report.say("digests", "all agree")
        report.left.append("no claim was checked again (`provenscape verify`)")
    return _ended(report)


def _check(path: Path, wanted: Wanted, root: Path, made: Path, report: Report) -> None:
    name = opening.opened(path, root)
    listed, found = whole.digests(root)
    report.say("form", f"{len(listed) + 1} files, {name or 'in a folder'}")
    report.differs("digests", found)
    if found:
        report.say("claims", "not checked: their files are not those that were archived")
        return
    report.say("digests", f"all agree; of the sources {form.of_sources(listed)}")
    found = whole.texts(root, listed, name)
    report.differs("metadata", found)
    if not found:
        report.say("metadata", f"{form.METADATA} and manifest say what there is")
    drawn = rebuild.chosen(wanted.rebuild, root)
    _package(root, report)
    _claims(wanted, root, made, report)
    if drawn and report.differences:
        report.say("figures", "not drawn again: Python of an archive that differs is not run")
    elif drawn:
        _figures(drawn, wanted.experiments, root, made, report)
    elif not report.differences:
        report.left.append("no figure was drawn again (--rebuild)")


def _package(root: Path, report: Report) -> None:
    """Say whether what checks is what made the archive: another version may find other things."""
    others = whole.other_rooms(root)
    rooms = ", ".join(room for room in others or () if room != "__pycache__")
    words = f"other sources than the archive's in {rooms}" if rooms else "the archive's"
    if others is None:
        words = "the archive has none of its own"
    report.say("package", f"provenscape {__version__} as installed here: {words}")


def _claims(wanted: Wanted, root: Path, made: Path, report: Report) -> None:
    paths = verdicts.present(root)
    names = verdicts.chosen(wanted.claims, paths) if wanted.claims else list(paths)
    if wanted.sample is not None:
        names = sorted(random.SystemRandom().sample(names, min(wanted.sample, len(names))))
    total, done = len(names), 0

    def told(name: str) -> None:
        nonlocal done
        done += 1
        print(f"  {done}/{max(total, done)} {name}", file=sys.stderr, flush=True)

    report.differs("claims", verdicts.unmatched(root))
    records, failures = verdicts.checked(names, root, told)
    found = [*failures, *verdicts.differences(records, root)]
    report.differs("claims", found)
    if not found:
        beside = len(records) - total
        more = f", and {beside} that they refer to" if beside else ""
        report.say("claims", f"{total} of {len(paths)} checked again{more}: as the ledger says")
    if len(names) < len(paths):
        report.left.append(f"{len(paths) - len(records)} claims were not checked")
    elif not failures:
        _tables(records, root, made, report)


def _tables(records: dict[str, verdicts.Record], root: Path, made: Path, report: Report) -> None:
    """The ledger and the pages, which follow from the records of all claims."""
    found = verdicts.tables(records, root, made / "ledger")
    report.differs("ledger", found)
    if not found:
        report.say("ledger", "made again from the claims: the same bytes, tables of items too")
    _likenesses("dossier", list(rebuild.derived(root, made)), report)


def _figures(drawn: Sequence[str], afresh: bool, root: Path, made: Path, report: Report) -> None:
    def told(name: str) -> None:
        print(f"  {name}", file=sys.stderr, flush=True)

    files = "figures and experiments" if afresh else "figures"
    report.say("figures", f"running the archive's own Python: its {files}, as you asked")
    _likenesses("figures", list(rebuild.redrawn(drawn, root, made, afresh, told)), report)
    changed = whole.digests(root)[1]
    report.differs("figures", [f"{words}, since that Python ran" for words in changed])


def _likenesses(what: str, found: Sequence[tuple[str, rebuild.Likeness]], report: Report) -> None:
    """Say how many files made again are the same, and of each other one how like it is."""
    same = sum(likeness.kind == "same" for _, likeness in found)
    close = [f"{path}: {one.detail}" for path, one in found if one.kind == "close"]
    report.say(what, f"{same} of {len(found)} files made again: the same bytes")
    for words in close[:SHOWN]:
        report.say(what, f"other bytes, the same numbers: {words}")
    differing = [f"{path}: {one.detail}" for path, one in found if one.kind == "differs"]
    report.differs(what, differing)
