"""Which tests run which lines: the tests of a file, run once with coverage, a context a test.

What a fixture of a module or a session runs counts for each test that asks for it, and what an
experiment runs for each test that reads its tables. Processes that a test starts count for it.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import coverage
import pytest

from mutation import forks

MEASURED = ("src/provenscape/", "src/pytest_provenscape/", "experiments/", "figures/")
PATTERNS = [f"**/{folder}**" for folder in MEASURED]
SECONDS = 1800


class Reach:
    """A plugin: a context of coverage for each test, wider fixture and experiment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = ""
        self.tests: dict[str, dict[str, object]] = {}
        self.asks: dict[str, set[str]] = {}  # by test or wider fixture: experiments and fixtures
        self.made: dict[str, float] = {}
        self.measure: coverage.Coverage | None = None
        os.register_at_fork(after_in_child=self._in_a_child)

    def coverage(self) -> coverage.Coverage:
        made = coverage.Coverage(
            data_file=str(self.folder / "data"),
            data_suffix=True,
            config_file=False,
            include=PATTERNS,
            omit=["**/tests/**", "**/kernel/**"],
            context=self.now or None,
            messages=False,
        )
        made._warn_no_data = False
        return made

    def start(self) -> None:
        self.measure = self.coverage()
        self.measure.start()

    def stop(self) -> None:
        self.measure.stop()
        self.measure.save()

    def _in_a_child(self) -> None:
        """A forked process writes what it ran when it ends, without what was run before."""
        if self.measure is None:
            return
        self.measure.stop()
        self.measure = self.coverage()
        self.measure.start()
        leave = os._exit

        def leave_and_tell(status: int) -> None:
            try:
                self.stop()
            finally:
                leave(status)

        os._exit = leave_and_tell

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """What is run meanwhile is run by `name`."""
        before, self.now = self.now, name
        self._tell()
        try:
            yield
        finally:
            self.now = before
            self._tell()

    def _tell(self) -> None:
        self.measure.switch_context(self.now)
        config = self.measure.config
        config.context, config.parallel, config.patch = self.now, True, ["fork", "_exit"]
        os.environ["COVERAGE_PROCESS_CONFIG"] = config.serialize()
        config.context, config.parallel, config.patch = None, False, []

    @pytest.hookimpl
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Tell which tests ask for which experiment."""
        import published

        of, known = published.of, set()

        def told(chapter: str, name: str) -> object:
            made = f"experiment {chapter}/{name}"
            self.asks.setdefault(self.now, set()).add(made)
            if made in known:
                return of(chapter, name)
            known.add(made)
            start = seconds()
            with self.within(made):
                answer = of(chapter, name)
            self.made[made] = seconds() - start
            return answer

        published.of = told

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        wide = {
            f"fixture {name}"
            for name, found in item._fixtureinfo.name2fixturedefs.items()
            if found[-1].scope != "function"
        }
        self.tests[item.nodeid] = {"passed": True}
        self.asks[item.nodeid] = wide
        start, made = seconds(), sum(self.made.values())
        with self.within(item.nodeid):
            answer = yield
        spent = seconds() - start - (sum(self.made.values()) - made)
        self.tests[item.nodeid]["seconds"] = round(spent, 3)
        return answer

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef, request) -> Iterator[object]:
        if fixturedef.scope == "function" or fixturedef.argname in ("tmp_path_factory",):
            return (yield)
        with self.within(f"fixture {fixturedef.argname}"):
            return (yield)

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.tests[report.nodeid]["passed"] = False


def seconds() -> float:
    """Processor time of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


def place(path: str) -> str | None:
    """A measured file as it is named in the checkout, wherever a test has put a copy of it."""
    at = max(f"/{path}".rfind(f"/{folder}") for folder in MEASURED)
    return None if at < 0 else f"/{path}"[at + 1 :]


def measured(root: Path, files: list[str], target: Path) -> int | None:
    """Run the tests of these files, write which lines each of them runs; the status of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def task() -> int:
            plugin = Reach(folder)
            plugin.start()
            status = forks.pytest(files, plugin, folder / "tests")
            plugin.stop()
            for test, facts in plugin.tests.items():
                asked = plugin.asks[test]
                through = (plugin.asks.get(one, set()) for one in asked)
                facts["asks"] = sorted(asked.union(*through))
            told = {"tests": plugin.tests, "made": plugin.made}
            (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")
            return status

        status = forks.forked(task, root, SECONDS, target.with_suffix(".log"), True)
        if not (folder / "told.json").exists():
            return status
        told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
        target.write_text(json.dumps(told | _lines(folder)), encoding="utf-8")
        return status


def _lines(folder: Path) -> dict[str, object]:
    """By file and line, the contexts that ran it, as numbers."""
    numbers: dict[str, int] = {}
    lines: dict[str, dict[int, set[int]]] = {}
    for path in folder.glob("data.*"):
        data = coverage.CoverageData(basename=str(path))
        try:
            data.read()
        except coverage.exceptions.DataError:  # of a process that was killed
            continue
        for measured_file in data.measured_files():
            name = place(measured_file)
            if name is None:
                continue
            found = lines.setdefault(name, {})
            for line, contexts in data.contexts_by_lineno(measured_file).items():
                some = {numbers.setdefault(c, len(numbers)) for c in contexts if c}
                if some:
                    found.setdefault(line, set()).update(some)
    return {
        "contexts": list(numbers),
        "lines": {
            name: {line: sorted(some) for line, some in found.items()}
            for name, found in sorted(lines.items())
        },
    }
