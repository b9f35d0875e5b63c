"""What all tests share: the pinned environment, the verdict table, errors in one line."""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

from pathlib import Path

import pytest

from provenscape.errors import UserError

ROOT = Path(__file__).parents[1]
PLUGIN = "pytest_provenscape"


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
