"""What all tests share: the pinned environment, the verdict table, errors in one line."""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

import gc
import re
from pathlib import Path

import pytest

from provenscape.errors import UserError

ROOT = Path(__file__).parents[1]
PLUGIN = "pytest_provenscape"
OF_A_PROOF = re.compile(
    r"tests/claims/test_(?:claims|statements|countermodels)\.py::\w+\[(\w+-\w+)\]"
)
COMPILED = re.compile(r"tests/coq/|tests/claims/test_bridges\.py")


@pytest.fixture
def verdicts(record_property):
    """A function for the record of a claim that a test verified; it goes with the test's report,
    which reaches the process that prints the table from whichever one the test ran in."""
    from pytest_provenscape import RECORD

    return lambda record: record_property(RECORD, [str(ROOT), record])


@pytest.fixture(scope="session")
def shared(tmp_path_factory, pytestconfig):
    """The folder of this run of tests, whichever of its processes asks."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if hasattr(pytestconfig, "workerinput") else folder


def pytest_configure(config):
    """The table of verdicts is printed by the plugin, which only an installed package brings."""
    if not config.pluginmanager.has_plugin(PLUGIN):
        config.pluginmanager.import_plugin(PLUGIN)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is imported and collected stays to the end of the run: to look through it for garbage,
    again and again, took a sixth of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def together(test):
    """What tests with one answer are run by one process: a file, to share what it computes; of the
    claims' tests a proof; all that Coq compiles."""
    if proof := OF_A_PROOF.match(test):
        return proof[1]
    return "coq" if COMPILED.match(test) else test.partition("::")[0]


def pytest_collection_modifyitems(items):
    """First what builds the miniature and its archive, for which two processes would come at once
    and one of them wait. Proofs are short and many: near the end they keep all processes busy.
    README's table, which takes the records of all, comes after them."""

    def turn(item):
        last, proof = item.path.name == "test_readme.py", OF_A_PROOF.match(item.nodeid)
        return last, bool(proof), item.path.name != "test_archive.py"

    items.sort(key=turn)


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_make_scheduler(config, log):
    """Tests go to processes by what they have `together`, in their order.

    The groups of pytest-xdist 3.8 are not those of pytest 9.2, which takes no other name of a test:
    there every test went to whichever process was free.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return together(nodeid)

    config.option.loadscopereorder = False
    return Scheduling(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.excinfo is not None and call.excinfo.errisinstance(UserError):
        report.longrepr = f"error: {call.excinfo.value}"
    return report
