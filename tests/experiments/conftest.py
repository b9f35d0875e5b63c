"""The tables of the experiments, each read or made once however many tests ask for them."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import published
import pytest


@pytest.fixture
def tables(request) -> Callable[[str], dict[str, pd.DataFrame]]:
    """From the name of an experiment of the module's CHAPTER to its tables."""
    return partial(published.of, request.module.CHAPTER)


@pytest.fixture
def tables_of() -> Callable[[str, str], dict[str, pd.DataFrame]]:
    """From a chapter and the name of an experiment to its tables."""
    return published.of


@pytest.fixture(scope="session", autouse=True)
def kept(shared):
    """What experiments made is kept where all processes of this run find it."""
    published.KEPT[:] = [shared / "tables"]
