"""The experiments: one module each, `provenscape.experiments.<chapter>.<name>`."""

import zlib
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd

from provenscape.errors import UserError


def seed_for(chapter: str, name: str, root: int) -> np.random.SeedSequence:
    """Return the seed of one experiment: the root seed, spawned by the experiment's name.

    An experiment added, renamed or removed leaves the random numbers of all others as they were.
    """
    return np.random.SeedSequence(root, spawn_key=(zlib.crc32(f"{chapter}/{name}".encode()),))


def run(
    chapter: str, name: str, parameters: Mapping[str, Any], root: int, tables: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Run one experiment with the root seed `root` and return its tables by name.

    Raises UserError if it returns other tables than `tables`, which it declared.
    """
    experiment = import_module(f"{__name__}.{chapter}.{name}")
    made: dict[str, pd.DataFrame] = experiment.run(parameters, seed_for(chapter, name, root))
    if set(made) != set(tables):
        raise UserError(
            f"{experiment.__file__}: run returned the tables {sorted(made)}, "
            f"but TABLES declares {sorted(tables)}; make them agree"
        )
    return made
