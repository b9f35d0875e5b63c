"""What all tests share: the pinned environment, the verdict table, errors in one line."""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

from collections import Counter
from typing import Any

import pytest

from provenscape.errors import UserError

RECORDS = pytest.StashKey[list[dict[str, Any]]]()


def pytest_configure(config):
    config.stash[RECORDS] = []


@pytest.fixture(scope="session")
def verdicts(pytestconfig):
    """The list to which a test appends the record of each claim that it verified."""
    return pytestconfig.stash[RECORDS]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.excinfo is not None and call.excinfo.errisinstance(UserError):
        report.longrepr = f"error: {call.excinfo.value}"
    return report


def pytest_terminal_summary(terminalreporter, config):
    counts = Counter(record["verdict"] for record in config.stash[RECORDS])
    if not counts:
        return
    from provenscape.claims.ledger import MEANING, VERDICTS

    terminalreporter.section("verdicts of the claims, each by itself")
    for verdict in VERDICTS:
        if counts[verdict]:
            terminalreporter.line(f"{verdict:<14}{counts[verdict]:>5}  {MEANING[verdict]}")
    terminalreporter.line(f"{'total':<14}{counts.total():>5}  `provenscape show ID` tells more")
