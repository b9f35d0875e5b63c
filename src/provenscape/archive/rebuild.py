"""Tables, figures and pages of an archive made again, and compared with those in it.

Experiments and figures are Python that may do anything, so this is done only where it is asked for.
They run with the archive's own package, each in a process of its own, on the Python and libraries
that are installed here.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from provenscape import dossier
from provenscape.archive import form
from provenscape.archive.alike import Likeness, compared
from provenscape.archive.opening import files, limited
from provenscape.archive.verdicts import TABLES
from provenscape.claims.isolation import isolated
from provenscape.errors import UserError, did_you_mean
from provenscape.study import registry

SECONDS = 3_600  # of an experiment
OF_FIGURE = 300
ALL = "all"
DRAWN = ("captions", "figures")
GIVEN = ("captions", "claims", "data", "figures", "manifest.json", *TABLES)


def names(root: Path) -> list[str]:
    """The figures of the archive, as `chapter/figure`."""
    found = limited(
        lambda: [f"{figure.chapter}/{figure.name}" for figure in registry.figures(root)], "figures"
    )
    return list(found)


def chosen(given: Iterable[str], root: Path) -> list[str]:
    """The figures that are named, with or without their chapter, or all; UserError for another."""
    known, found = names(root), list[str]()
    for name in given:
        near = [one for one in known if name in (ALL, one, one.partition("/")[2])]
        if not near:
            short = [one.partition("/")[2] for one in known]
            raise UserError(f"no figure is called {name}; {did_you_mean(name, [*short, ALL])}")
        found += near
    return sorted(set(found))


def redrawn(
    wanted: Iterable[str], root: Path, made: Path, afresh: bool, told: Callable[[str], None]
) -> Iterator[tuple[str, Likeness]]:
    """Draw figures again from the tables of the archive, or from tables made afresh, into the
    folder `made`; each file that was made, and how like that of the archive it is.

    Where all figures are wanted, all tables are made, and what nothing makes is named too.
    """
    every = set(wanted) == set(names(root))
    data = made / "results/data" if afresh else root / "results/data"
    for name in _behind(wanted, every, root) if afresh else []:
        told(f"experiment {name}")
        yield from _compared(["tables", name, str(data), str(made)], root, made, SECONDS)
    for name in wanted:
        told(name)
        yield from _compared(["figure", name, str(data), str(made)], root, made, OF_FIGURE)
    for folder in [*DRAWN, *(["data"] if afresh else [])] if every else []:
        for path in sorted(
            {*files(root / "results" / folder)} - {*files(made / "results" / folder)}
        ):
            yield f"results/{folder}/{path}", Likeness("differs", "nothing makes it")


def _compared(
    arguments: list[str], root: Path, made: Path, seconds: float
) -> Iterator[tuple[str, Likeness]]:
    """Let the archive make something, and compare each file with that of the archive."""
    kind, name, *_ = arguments
    try:
        paths = list(isolated(lambda: _run(arguments, root), f"{kind} {name}", seconds, patience=1))
    except UserError as error:
        yield f"{kind} {name}", Likeness("differs", str(error).replace(f"{root}/", ""))
        return
    for path in paths:
        yield path, compared(root / path, made / path)


def _run(arguments: list[str], root: Path) -> list[str]:
    """The paths of the files that `remake`, in the package of the archive, has made."""
    environment = os.environ | {"PYTHONPATH": str(root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "provenscape.archive.remake", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no word"]
        raise UserError(said[-1].removeprefix("error: "))
    paths = done.stdout.split()
    for path in paths:
        if form.problem(path) or not path.startswith(form.RESULTS):
            raise UserError(f"it says that it made {path!r}, which is no result")
    return paths


def _behind(wanted: Iterable[str], every: bool, root: Path) -> list[str]:
    """The experiments whose tables the figures read, or every one, as `chapter/experiment`."""

    def found() -> list[str]:
        sources = {
            table
            for figure in registry.figures(root)
            if f"{figure.chapter}/{figure.name}" in set(wanted)
            for table in figure.sources
        }
        return [
            f"{one.chapter}/{one.name}"
            for one in registry.experiments(root)
            if every or any(f"{one.chapter}/{table}" in sources for table in one.tables)
        ]

    return list(limited(found, "experiments"))


def derived(root: Path, made: Path) -> Iterator[tuple[str, Likeness]]:
    """Make again from tables, figures and ledger of the archive what follows from them alone: the
    dossier, the macros for papers, the description of the data. This runs no code of the archive.
    """
    again = made / "results-again"

    def make() -> None:
        for path in files(root / "results"):
            if path.split("/")[0] in GIVEN:
                (again / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / "results" / path, again / path)
        dossier.write(root, again)

    try:
        isolated(make, "dossier", OF_FIGURE, patience=1)
    except UserError as error:
        yield "dossier", Likeness("differs", str(error).replace(f"{root}/", ""))
        return
    for path in sorted({*files(again), *files(root / "results")}):
        if path.split("/")[0] not in GIVEN:
            yield f"results/{path}", compared(root / "results" / path, again / path)
