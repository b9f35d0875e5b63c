"""What all tests share: the pinned environment, the verdict table, errors in one line."""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from provenscape.errors import UserError

ROOT = Path(__file__).parents[1]
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
    records = {record["id"]: record for record in config.stash[RECORDS]}
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
