"""What all tests share: the pinned environment, the verdict table, errors in one line."""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from provenscape.errors import UserError

ROOT = Path(__file__).parents[1]
RECORD = "record of a claim"


@pytest.fixture
def verdicts(record_property):
    """A function for the record of a claim that a test verified; it goes with the test's report,
    which reaches the process that prints the table from whichever one the test ran in."""
    return partial(record_property, RECORD)


def pytest_collection_modifyitems(config, items):
    """On several processes the tests of a file stay together, to share what they compute; those of
    every proof file likewise."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        path = getattr(item, "callspec", None) and item.callspec.params.get("path")
        group = path if isinstance(path, Path) else item.path
        item.add_marker(pytest.mark.xdist_group(str(group)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.excinfo is not None and call.excinfo.errisinstance(UserError):
        report.longrepr = f"error: {call.excinfo.value}"
    return report


def _recorded(terminalreporter) -> Iterator[dict[str, Any]]:
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            yield from (value for name, value in report.user_properties if name == RECORD)


def pytest_terminal_summary(terminalreporter):
    records = {record["id"]: record for record in _recorded(terminalreporter)}
    if not records:
        return
    from provenscape.claims.documents import documents
    from provenscape.claims.ledger import MEANING, VERDICTS
    from provenscape.claims.settling import companions, settle

    terminalreporter.section("verdicts of the claims that were verified")
    try:
        known = documents(ROOT)
        whole = [r for r in records.values() if companions(r, known) <= set(records)]
        counts = Counter(claim["verdict"] for claim in settle(whole, known))
    except UserError as error:
        terminalreporter.line(f"error: {error}")
        return
    for verdict in VERDICTS:
        if counts[verdict]:
            terminalreporter.line(f"{verdict:<14}{counts[verdict]:>5}  {MEANING[verdict]}")
    if len(whole) < len(records):
        left = len(records) - len(whole)
        terminalreporter.line(
            f"{'not settled':<14}{left:>5}  refer to claims that were not verified"
        )
    terminalreporter.line(f"{'total':<14}{len(records):>5}  `provenscape show ID` tells more")
