"""The tables of the experiments, each made once a run of tests."""

import published
import pytest


@pytest.fixture(scope="session", autouse=True)
def kept(shared):
    """What experiments made is kept where all processes of this run find it."""
    published.KEPT[:] = [shared / "tables"]
