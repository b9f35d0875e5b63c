"""Running an experiment: a file experiments/<chapter>/<name>.py with a function `run`."""

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from provenscape.errors import UserError
from provenscape.study.loading import load


def seed_for(chapter: str, name: str, root: int) -> np.random.SeedSequence:
    """Return the seed of one experiment: the root seed, spawned by the experiment's name.

    An experiment added, renamed or removed leaves the random numbers of all others as they were.
    """
    return np.random.SeedSequence(root, spawn_key=(zlib.crc32(f"{chapter}/{name}".encode()),))


def run(
    path: Path, parameters: Mapping[str, Any], root: int, tables: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Run the experiment of a file with the root seed `root` and return its tables by name.

    What its NOISE, if it has one, gives for columns of tables, {table: {column: size}}, is the size
    below which their numbers are rounding noise, other on other processors: they become 0. Raises
    UserError if it returns other tables than `tables`, which it declared, or if NOISE names others.
    """
    seed = seed_for(path.parent.name, path.stem, root)
    module = load(path)
    made: dict[str, pd.DataFrame] = module.run(parameters, seed)
    if set(made) != set(tables):
        raise UserError(
            f"{path}: run returned the tables {sorted(made)}, "
            f"but TABLES declares {sorted(tables)}; make them agree"
        )
    for table, floors in getattr(module, "NOISE", {}).items():
        for column, floor in floors.items():
            if column not in made.get(table, ()):
                raise UserError(f"{path}: NOISE names {column} of {table}, which there is not")
            numbers = pd.to_numeric(made[table][column], errors="coerce")
            made[table][column] = made[table][column].mask(numbers.abs() < floor, 0.0)
    return made
