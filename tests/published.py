"""The tables of the experiments as they are published, or those of a quick run.

Where `make` has built results/, tests read the tables that figures, captions and claims read. An
experiment whose tables are missing, or older than a file that it runs, is run at effort quick and
with another root seed; its tables are then read back from CSV, so that tests see the same nine
digits and empty cells either way.
"""

import tempfile
from functools import cache
from pathlib import Path

import pandas as pd

from provenscape.study import experiments, registry, tables
from provenscape.study.loading import load
from provenscape.workflow import imports

ROOT = Path(__file__).parents[1]
DATA = ROOT / "results" / "data"
EXPERIMENTS = registry.experiments(ROOT)
ROOT_SEED = 1  # not that of the release


@cache
def of(chapter: str, name: str) -> dict[str, pd.DataFrame]:
    """The tables of an experiment by name, each made once; not to be changed."""
    (made,) = (one for one in EXPERIMENTS if (one.chapter, one.name) == (chapter, name))
    if is_built(made):
        return {table: tables.read(DATA / chapter / f"{table}.csv") for table in made.tables}
    ran = experiments.run(made.path, load(made.path).PARAMETERS["quick"], ROOT_SEED, made.tables)
    return {table: as_printed(frame) for table, frame in ran.items()}


@cache
def maker(table: str) -> registry.Experiment:
    """The experiment that makes the table `chapter/name`."""
    chapter, name = table.split("/")
    (made,) = (one for one in EXPERIMENTS if one.chapter == chapter and name in one.tables)
    return made


def table(name: str) -> pd.DataFrame:
    """The table `chapter/name`."""
    made = maker(name)
    return of(made.chapter, made.name)[name.split("/")[1]]


def is_built(made: registry.Experiment) -> bool:
    """Whether all tables are there, and newer than each file that makes them."""
    built = [DATA / made.chapter / f"{table}.csv" for table in made.tables]
    if not all(path.is_file() for path in built):
        return False
    return min(age(path) for path in built) > max(age(path) for path in sources(made.path))


@cache
def sources(path: Path) -> list[Path]:
    """An experiment's file and those of the package that it imports."""
    return [path, *map(Path, imports.sources([path]))]


def age(path: Path) -> int:
    """When the file was last written."""
    return path.stat().st_mtime_ns


def as_printed(frame: pd.DataFrame) -> pd.DataFrame:
    """The table as it is read from the file that would be written."""
    with tempfile.TemporaryDirectory() as folder:
        tables.write(frame, Path(folder) / "table.csv")
        return tables.read(Path(folder) / "table.csv")
