"""The tables of the experiments as they are published, or those of a quick run.

Where `make` has built results/, tests read the tables that figures, captions and claims read. An
experiment whose tables are missing, or older than a file that it runs, is run at effort quick and
with another root seed, once for all processes of a run of tests; its tables are then read back from
CSV, so that tests see the same nine digits and empty cells either way.
"""

import fcntl
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
KEPT: list[Path] = []  # the folder that the processes of this run share, once there is one


@cache
def of(chapter: str, name: str) -> dict[str, pd.DataFrame]:
    """The tables of an experiment by name, each made once; not to be changed."""
    (made,) = (one for one in EXPERIMENTS if (one.chapter, one.name) == (chapter, name))
    if is_built(made):
        return {table: tables.read(DATA / chapter / f"{table}.csv") for table in made.tables}
    with tempfile.TemporaryDirectory() as own:
        folder = (KEPT or [Path(own)])[0] / chapter
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another process may be at it
            if not (folder / name).is_dir():
                quick(made, folder / name)
        return {table: tables.read(folder / name / f"{table}.csv") for table in made.tables}


def quick(made: registry.Experiment, folder: Path) -> None:
    """Run an experiment and write its tables, as they are printed, to a folder that is whole."""
    ran = experiments.run(made.path, load(made.path).PARAMETERS["quick"], ROOT_SEED, made.tables)
    new = Path(tempfile.mkdtemp(dir=folder.parent))
    for table, frame in ran.items():
        tables.write(frame, new / f"{table}.csv")
    new.rename(folder)


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
