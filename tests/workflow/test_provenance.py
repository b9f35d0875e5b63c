"""The record of software names what the locks name, without a lock all that is installed."""

import json
from importlib.metadata import version

import pytest

from provenscape.workflow import provenance


@pytest.fixture
def packages(tmp_path):
    """A function from the text of a lock, or None, to the versions that are recorded."""

    def recorded(text):
        locks = [] if text is None else [tmp_path / "requirements.lock"]
        for lock in locks:
            lock.write_text(text, encoding="utf-8")
        provenance.write(tmp_path / "provenance.json", locks)
        return json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))["packages"]

    return recorded


def test_versions_are_those_installed_of_what_the_lock_names(packages):
    lock = "numpy==0.1 \\\n    --hash=sha256:0\nfor-another-platform==1.0\n"
    assert packages(lock) == {"numpy": version("numpy")}


def test_without_a_lock_all_that_is_installed_is_recorded(packages):
    assert packages(None).items() >= {(name, version(name)) for name in ("numpy", "pytest")}
