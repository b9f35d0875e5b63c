"""One run of pytest in which each fault of a table is shown to the tests that read the table.

A test is tried without a fault first, where its file names the table or its experiment: then it is
known whether it passes, what it reads and for how long it runs. The quick ones come before the slow
ones, and what compares with a tracked record last.
"""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from _pytest.runner import runtestprotocol

from mutation.choice import is_record, words
from mutation.columns import Column

TESTS = ("tests/experiments", "tests/figures/test_draws.py")


class Session:
    """A plugin in the place of pytest's loop over the tests."""

    def __init__(
        self,
        data: Path,
        faults: Iterable[Column],
        tell: Callable[[dict[str, object]], None],
    ) -> None:
        self.data, self.faults, self.tell = data, faults, tell
        self.asked: set[str] = set()
        self.changed: dict[str, dict[str, pd.DataFrame]] = {}
        self.reads: dict[
            pytest.Item, set[str]
        ] = {}  # nothing, of a test that fails without a fault
        self.cost: dict[pytest.Item, float] = {}

    @pytest.hookimpl
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        import published

        self.true = published.of
        published.of = self.of
        for fault in self.faults:
            readers = [item for item in session.items if self.may_read(item, fault)]
            readers.sort(key=self.turn)
            self.tell(self.shown(fault, readers))
        return True

    def turn(self, item: pytest.Item) -> tuple[bool, float]:
        """When a test is asked."""
        return is_record(item.nodeid), self.cost.get(item, 0.2)

    def may_read(self, item: pytest.Item, fault: Column) -> bool:
        """Whether the test reads the experiment's tables, or may, as its file or figure tells."""
        if item in self.reads:
            return fault.experiment in self.reads[item]
        if "figure" in getattr(item, "callspec", SimpleNamespace(params={})).params:
            figure = item.callspec.params["figure"]
            return fault.table in {*figure.tables.values(), figure.values}
        if item.name.endswith("]") and "/" in item.name:
            return f"[{fault.table}]" in item.name or "[" + fault.experiment in item.name
        return bool(words(item.path) & {fault.experiment.split("/")[1], fault.table.split("/")[1]})

    def of(self, chapter: str, name: str) -> dict[str, pd.DataFrame]:
        """The tables of an experiment, as `published.of` gives them but for the fault."""
        self.asked.add(f"{chapter}/{name}")
        return self.changed.get(f"{chapter}/{name}") or self.true(chapter, name)

    def shown(self, fault: Column, readers: list[pytest.Item]) -> dict[str, object]:
        """What notices a fault in its table, here and in the file."""
        path = self.data / f"{fault.table}.csv"
        before, start = path.read_bytes(), time.process_time()
        chapter, name = fault.experiment.split("/")
        found = {"fault": str(fault), "file": fault.experiment, "tests": len(readers), "by": None}
        if not fault.changed(path):
            return found | {"by": "there is nothing to change"}
        table = pd.read_csv(path, keep_default_na=False, na_values=[""])
        spoiled, faulty = path.read_bytes(), {fault.table.split("/")[1]: table}
        for item in readers:
            path.write_bytes(before)
            self.changed = {}
            if not self.sound(item) or fault.experiment not in self.reads[item]:
                continue
            path.write_bytes(spoiled)
            self.changed = {fault.experiment: self.true(chapter, name) | faulty}
            if not self.passes(item):
                found["by"] = item.nodeid
                break
        path.write_bytes(before)
        self.changed = {}
        return found | {"seconds": round(time.process_time() - start, 1)}

    def sound(self, item: pytest.Item) -> bool:
        """Whether a test passes without a fault; it runs once for this."""
        if item not in self.reads:
            self.asked, start = set(), time.process_time()
            passed = self.passes(item)
            self.reads[item] = self.asked if passed else set()
            self.cost[item] = time.process_time() - start
        return bool(self.reads[item])

    def passes(self, item: pytest.Item) -> bool:
        """Whether a test passes, with nothing that its module remembers."""
        for value in vars(item.module).values():
            if callable(getattr(value, "cache_clear", None)):
                value.cache_clear()
        return all(one.passed for one in runtestprotocol(item, log=False, nextitem=None))
