"""The tables of the experiments, each made once however many tests ask for them."""

import importlib
from collections.abc import Callable
from functools import cache, partial

import pandas as pd
import pytest

from provenscape import experiments

ROOT_SEED = 1  # not that of the release


@cache
def quick(chapter: str, name: str) -> dict[str, pd.DataFrame]:
    """The tables of an experiment at effort quick; its TABLES must name them all."""
    module = importlib.import_module(f"provenscape.experiments.{chapter}.{name}")
    return experiments.run(chapter, name, module.PARAMETERS["quick"], ROOT_SEED, module.TABLES)


@pytest.fixture
def tables(request) -> Callable[[str], dict[str, pd.DataFrame]]:
    """From the name of an experiment of the module's CHAPTER to its tables."""
    return partial(quick, request.module.CHAPTER)
