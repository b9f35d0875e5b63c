"""How many small faults do the tests notice, of code outside the kernel and of published columns?

    python benchmarks/mutants.py code --number 120 --seed 1 [--below src/provenscape/claims]
    python benchmarks/mutants.py columns --number 40 --seed 1
    python benchmarks/mutants.py reach [tests/models/test_reductions.py ...]
    python benchmarks/mutants.py publish

Run it from a checkout with a build. What it finds goes into build/mutants (not tracked), a line a
fault; a run that was broken off goes on where it was.
    code     one place at a time, drawn with the seed (mutation/places.py), is changed in a copy of
             the checkout and its tables; the tests that run it (mutation/choice.py) run until one
             fails. A failing test counts if it passes without the fault;
    columns  one column, or one number of a caption, is changed in a built table by 2 %, a whole
             number by one (mutation/columns.py); then the tests run that read the table
             (mutation/session.py). Where none fails but the comparison with a tracked record does,
             the record noticed it;
    reach    runs tests once with coverage and notes which lines each test runs, and how long it
             takes (mutation/reach.py). Faults are then shown to these tests, the quickest first;
             files of tests that were not measured are chosen by what they import and name;
    publish  writes what was found into docs/benchmarks.md, with the reasons for faults that lived
             from benchmarks/mutation/lived.yaml.
Left out are the tests of the kernel, which has a run of its own, `mutmut run`, and those that
compile Coq's library, run a cluster or set up an environment; those that ask Coq are skipped where
its library is not compiled. A fault that only tests beyond --budget seconds
would notice counts as one that lived; so does one with which tests take five times as long, as an
endless loop would not be told from slow tests. How many tests were not run is counted.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mutation import choice, columns, forks, page, places, reach, session

import provenscape  # noqa: F401  (pins the numerical environment: before NumPy)

ROOT = Path(__file__).parents[1]
COPIED = (
    "benchmarks", "config", "coq", "docs", "documents", "experiments", "figures", "manifest",
    "profiles", "proofs", "src", "tests", "workflow",
)  # fmt: skip

LATE, ENDS, ON_IMPORT = "out of time", "pytest ends with", " on import"


def copied(folder: Path, results: Path) -> Path:
    """A copy of the checkout, with built tables newer than it."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, symlinks=True)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy2(path, folder)
    ours = folder / "results"
    shutil.copytree(results / "data", ours / "data", copy_function=shutil.copyfile)
    for name in ("manifest.json", "ledger.json"):
        shutil.copy2(results / name, ours)
    return folder


class Asked:
    """A plugin: of what was collected the tests asked for, in their order; the first to fail."""

    def __init__(self, tests: list[str], told: Path) -> None:
        self.order, self.told = {test: number for number, test in enumerate(tests)}, told

    def place(self, item: pytest.Item) -> int | None:
        """Tests are asked for by themselves, as one function, or as a file."""
        names = (item.nodeid, item.nodeid.partition("[")[0], item.nodeid.partition("::")[0])
        found = [self.order[name] for name in names if name in self.order]
        return found[0] if found else None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Records come last: they tell a change and nothing of what is right."""
        chosen = [item for item in items if self.place(item) is not None]
        chosen.sort(key=lambda item: (choice.is_record(item.nodeid), self.place(item)))
        items[:] = chosen

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.told.exists():
            self.told.write_text(report.nodeid, encoding="utf-8")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.told.exists():
            self.told.write_text(f"{report.nodeid}{ON_IMPORT}", encoding="utf-8")


def failing(state: Path, tests: list[tuple[str, float]], anew: bool, seconds: float) -> str | None:
    """What tells that something is wrong, the first test that fails as a rule; None if all pass."""
    names = [test for test, _ in tests]
    files = list(dict.fromkeys(name.partition("::")[0] for name in names))
    with tempfile.TemporaryDirectory() as scratch:
        told = Path(scratch) / "told"

        def task() -> int:
            return forks.pytest(["-x", *files], Asked(names, told), Path(scratch) / "tests")

        status = forks.forked(task, ROOT, seconds, state / "last.log", anew)
        if told.exists():
            return told.read_text(encoding="utf-8")
    if status is None:
        return LATE
    return None if status in (0, 5) else f"{ENDS} {status}"


class Judge:
    """Whether the tests notice a fault, with a memory of which tests are sound without it."""

    def __init__(self, state: Path, budget: float) -> None:
        self.state, self.budget = state, budget
        self.sound: dict[tuple[str, str], bool] = {}

    def __call__(
        self,
        place: str,
        tests: list[tuple[str, float]],
        mend: Callable[[], object],
        spoil: Callable[[], object],
    ) -> dict[str, object]:
        """What noticed the fault, if anything did, and how much was tried."""
        start, by, run, told = reach.seconds(), None, 0, dict[str, Any]()
        for group in choice.groups(place, tests):
            left = choice.within(group, self.budget - reach.seconds() + start)
            anew, by = place.startswith("src/"), "?"
            while by == "?":
                spoil()
                found = failing(self.state, left, anew, 5 * self.budget)
                mend()
                if found in (None, LATE) or self._sound(place, found, left, anew):
                    by = found
                else:
                    told.setdefault("unsound", []).append(found)
                    left = choice.without(left, found)
            if by == LATE:  # whether for the fault or for its size is not known
                told.setdefault("late", []).append([name for name, _ in left])
                by = None
            else:
                run += len(left)
            if by or reach.seconds() - start > self.budget:
                break
        told |= {"tests": run, "not_run": len(tests) - run, "by": by}
        return told | {"seconds": round(reach.seconds() - start, 1)}

    def _sound(self, place: str, found: str, tests: list[tuple[str, float]], anew: bool) -> bool:
        """Whether what told passes with the place's file touched and not changed.

        Where no test told, files that are collected and no test of them run: those that cannot be
        imported or all.
        """
        key = (found, place)
        if key not in self.sound:
            names = {test.partition("::")[0] for test, _ in tests}
            some = [name for name in sorted(names) if found == f"{name}{ON_IMPORT}"] or names
            asked = {found} if "::" in found else {f"{name}::" for name in some}
            again = [(name, 60.0) for name in sorted(asked)]
            self.sound[key] = failing(self.state, again, anew, 5 * self.budget) is None
            if not self.sound[key] and found.startswith(ENDS):
                raise RuntimeError(f"{found}, without the fault too: {again}")
        return self.sound[key]


def code(
    asked: argparse.Namespace, done: set[str], tell: Callable[[dict[str, object]], None]
) -> None:
    """Faults of code, and what noticed each."""
    known, judge = choice.read(asked.here / "reach"), Judge(asked.here, asked.budget)
    for place in places.drawn(ROOT, asked.below, asked.number, asked.seed):
        if str(place) in done:
            continue
        path = ROOT / place.path
        text, before = path.read_text(encoding="utf-8"), path.stat()
        spoiled = place.applied(text)
        told = judge(
            place.path,
            choice.for_code(ROOT, place, known, text),
            lambda path=path, text=text: path.write_text(text, encoding="utf-8"),
            lambda path=path, spoiled=spoiled: path.write_text(spoiled, encoding="utf-8"),
        )
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        tell({"fault": str(place), "file": place.path} | told)


def faulty_columns(
    asked: argparse.Namespace, done: set[str], tell: Callable[[dict[str, object]], None]
) -> None:
    """Faults of published columns, and what noticed each."""
    data = ROOT / "results/data"
    drawn = columns.drawn(ROOT, data, asked.number, asked.seed)
    faults = [column for column in drawn if str(column) not in done]
    left_out = [f"--ignore={file}" for file in choice.LEFT_OUT if file.endswith(".py")]
    tests = asked.tests or session.TESTS
    with tempfile.TemporaryDirectory() as scratch:
        plugin = session.Session(data, faults, tell)
        forks.pytest([*left_out, *tests], plugin, Path(scratch) / "tests")


def measure(asked: argparse.Namespace) -> None:
    """Note which lines the tests of each file run."""
    (asked.here / "reach").mkdir(parents=True, exist_ok=True)
    for group in asked.files or choice.files(ROOT):
        target = asked.here / "reach" / f"{group.strip('/').replace('/', '.')}.json"
        if target.exists() and not asked.files:
            continue
        some = [file for file in choice.files(ROOT) if file.startswith(group)]
        start, clock = reach.seconds(), time.monotonic()
        status = reach.measured(ROOT, some, target)
        spent, took = reach.seconds() - start, time.monotonic() - clock
        print(f"{status} {spent:6.1f} s ({took:.0f}) {group}", flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--here", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--results", type=Path, default=ROOT / "results")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("reach")
    one.add_argument("files", nargs="*")
    for name in ("code", "columns"):
        one = commands.add_parser(name)
        one.add_argument("--number", type=int, default=20)
        one.add_argument("--seed", type=int, default=1)
        one.add_argument("--budget", type=float, default=60.0, help="seconds for a fault")
        one.add_argument("--below", default="", help="beginning of a file's name")
        one.add_argument("--again", action="store_true", help="those that lived, once more")
        one.add_argument("--tests", nargs="*", help="of columns: these files and folders alone")
        one.add_argument("--into", default="", help="another name for the answers")
    commands.add_parser("publish")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    if asked.command == "publish":
        page.publish(ROOT, ROOT / "build/mutants")
    elif asked.here is None:  # the copy runs this program of its own
        state = ROOT / "build/mutants"
        state.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            folder = copied(Path(place), asked.results)
            program = [sys.executable, folder / "benchmarks/mutants.py", "--here", state]
            environment = os.environ | {"PYTHONPATH": str(folder / "src")}
            subprocess.run([*program, *sys.argv[1:]], cwd=folder, env=environment, check=True)
    elif asked.command == "reach":
        forks.warm(ROOT)
        measure(asked)
    else:
        forks.warm(ROOT)
        answers = asked.here / f"{asked.into or asked.command}-{asked.seed}.jsonl"
        last = [told[-1] for told in page.read(answers)]
        if asked.again:
            reasons = page.known(ROOT)
            last = [one for one in last if one["by"] or page.equal(one["fault"], reasons)]
        done = {one["fault"] for one in last}

        def tell(answer: dict[str, object]) -> None:
            with answers.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
            print("noticed" if answer["by"] else "LIVED", answer["fault"], answer["by"], flush=True)

        kinds = {"code": code, "columns": faulty_columns}
        kinds[asked.command](asked, done, tell)


if __name__ == "__main__":
    main()
