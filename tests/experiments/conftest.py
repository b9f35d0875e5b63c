"""The tables of the experiments, each made once however many tests ask for them."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pandas as pd
import pytest

from provenscape.study import experiments
from provenscape.study.loading import load

EXPERIMENTS = Path(__file__).parents[2] / "experiments"
ROOT_SEED = 1  # not that of the release


@cache
def quick(chapter: str, name: str) -> dict[str, pd.DataFrame]:
    """The tables of an experiment at effort quick; its TABLES must name them all."""
    path = EXPERIMENTS / chapter / f"{name}.py"
    module = load(path)
    return experiments.run(path, module.PARAMETERS["quick"], ROOT_SEED, module.TABLES)


@pytest.fixture
def tables(request) -> Callable[[str], dict[str, pd.DataFrame]]:
    """From the name of an experiment of the module's CHAPTER to its tables."""
    return partial(quick, request.module.CHAPTER)


@pytest.fixture
def tables_of() -> Callable[[str, str], dict[str, pd.DataFrame]]:
    """From a chapter and the name of an experiment to its tables."""
    return quick
