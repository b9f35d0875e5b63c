"""Running an experiment: a file experiments/<chapter>/<name>.py with a function `run`.

One that is long may say of which parts it consists, `parts(parameters, seed)`, a list of functions
without arguments that return arrays by name and draw from seeds of their own, and how its tables
are made of what these return, `merged(parameters, found)`; then its `run` is the one after the
other. Each part may be run by another process: a share of them goes into a file of NumPy, in which
numbers are as they were, so that tables are the same bytes, however many shares there are.
"""

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import pandas as pd

from provenscape.errors import UserError
from provenscape.study.loading import load


def seed_for(chapter: str, name: str, root: int) -> np.random.SeedSequence:
    """Return the seed of one experiment: the root seed, spawned by the experiment's name.

    An experiment added, renamed or removed leaves the random numbers of all others as they were.
    """
    return np.random.SeedSequence(root, spawn_key=(zlib.crc32(f"{chapter}/{name}".encode()),))


def run_share(
    path: Path, parameters: Mapping[str, Any], root: int, number: int, shares: int, target: Path
) -> None:
    """Run the parts number, number + shares, number + 2 shares, … of an experiment, and write what
    they return, and how many parts there are in all, into the file `target`.
    """
    parts = load(path).parts(parameters, seed_for(path.parent.name, path.stem, root))
    arrays = {"parts": np.array(len(parts))}
    for part in range(number, len(parts), shares):
        arrays |= {f"{part}/{name}": array for name, array in parts[part]().items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as stream:
        np.savez(stream, **arrays)  # type: ignore[arg-type]


def read_shares(files: Sequence[Path]) -> list[dict[str, np.ndarray]]:
    """Return what the parts of an experiment returned, in their order, from its shares.

    Raises UserError for files that are no shares of one run, or not all of them.
    """
    found: dict[int, dict[str, np.ndarray]] = {}
    counts = set()
    for file in files:
        try:
            with file.open("rb") as stream:
                arrays = np.load(stream, allow_pickle=False)
                counts.add(int(arrays["parts"]))
                for key in arrays.files:
                    part, slash, name = key.partition("/")
                    if slash:
                        found.setdefault(int(part), {})[name] = arrays[key]
        except (OSError, EOFError, ValueError, KeyError, BadZipFile):
            raise UserError(f"{file}: no share of an experiment; delete it and run again") from None
    if counts != {len(found)} or set(found) != set(range(len(found))):
        raise UserError(f"{files[0].parent}: not all shares of one run; delete it and run again")
    return [found[part] for part in sorted(found)]


def run(
    path: Path,
    parameters: Mapping[str, Any],
    root: int,
    tables: Sequence[str],
    shares: Sequence[Path] = (),
) -> dict[str, pd.DataFrame]:
    """Run the experiment of a file with the root seed `root` and return its tables by name.

    With `shares`, the files of `run_share`, its parts are taken from there.
    What its NOISE, if it has one, gives for columns of tables, {table: {column: size}}, is the size
    below which their numbers are rounding noise, other on other processors: they become 0. Raises
    UserError if it returns other tables than `tables`, which it declared, or if NOISE names others.
    """
    module = load(path)
    made: dict[str, pd.DataFrame]
    if shares:
        made = module.merged(parameters, read_shares(shares))
    else:
        made = module.run(parameters, seed_for(path.parent.name, path.stem, root))
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
