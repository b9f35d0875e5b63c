"""coqchk, Coq's checker of compiled files, on the files written by hand and on all theorems of
claims: a program that has Coq's rules of proof and none of what finds proofs.

    python -m provenscape.coq.recheck      # of what `make coq` has left in the results
"""

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from provenscape.claims import accepted
from provenscape.coq.acceptance import INSTALL
from provenscape.coq.session import compile_library, environment, library, library_files
from provenscape.errors import UserError, one_line
from provenscape.study import digests, settings

LEFT = "coq"  # the folder of the results where `make coq` leaves a file for each chapter
ROOM = "Chapters"  # what Coq calls the folder in which these are compiled
CHECKED = re.compile(r"^ *checking cst:([\w.']+)$", re.MULTILINE)
JOBS = 2


def library_checked(root: Path) -> set[str]:
    """The constants of the files written by hand that coqchk accepts, by their full names."""
    names = [f"Provenscape.{name}" for name in library_files(root)]
    return checked(names, library(root), "the files written by hand")


def chapter_checked(file: Path, root: Path) -> set[str]:
    """The constants of a chapter that coqchk accepts, without the chapter's name."""
    with TemporaryDirectory() as folder:
        shutil.copy(file, folder)
        places = [*library(root), "-Q", folder, ROOM]
        command = ["coqc", "-q", "-w", "none", "-noglob", *places, str(Path(folder) / file.name)]
        said = subprocess.run(command, env=environment(), capture_output=True, text=True)
        if said.returncode:
            raise UserError(f"{file}: Coq refuses it: {' '.join(said.stderr.split())[-300:]}")
        found = checked([f"{ROOM}.{file.stem}"], places, str(file))
    return {name.removeprefix(f"{ROOM}.{file.stem}.") for name in found}


def checked(names: Sequence[str], places: Sequence[str], what: str) -> set[str]:
    """The constants of these compiled files that coqchk accepts; what they rest on outside of them
    it takes as it is. Raises `UserError` with what it says against one."""
    only = [word for name in names for word in ("-norec", name)]
    said = subprocess.run(["coqchk", *places, *only], capture_output=True, text=True)
    if said.returncode:
        raise UserError(f"{what}: coqchk refuses it: {' '.join(said.stderr.split())[-300:]}")
    return set(CHECKED.findall(said.stderr))  # where it tells what it does


def missing(entries: Mapping[str, Mapping[str, Any]], found: set[str]) -> list[str]:
    """The theorems that the record of claims names and coqchk has not accepted."""
    named = [e[kind] for e in entries.values() for kind in ("theorem", "bridge") if kind in e]
    return sorted(set(named) - found)


def main(root: Path) -> None:
    """Check all, and say how much that is. Raises `UserError` where a file is not there, is not
    what `make coq` has left, or is refused, and where a theorem of the record is in none."""
    if not shutil.which("coqchk"):
        raise UserError(f"coqchk is not installed; {INSTALL}")
    results = settings.results(root)
    files = sorted((results / LEFT).glob("*.v"))
    if not files:
        raise UserError(f"{results / LEFT}: no theorems of claims; run `make coq`")
    digests.require(files, results)
    compile_library(root, library_files(root), JOBS)
    by_hand = library_checked(root)
    with ThreadPoolExecutor(JOBS) as pool:
        found = set().union(*pool.map(partial(chapter_checked, root=root), files))
    entries = accepted.load(root)["claims"]
    if lacking := missing(entries, found):
        raise UserError(f"{results / LEFT}: {lacking[0]} is in no chapter; run `make coq`")
    count = sum("theorem" in e for e in entries.values())
    applied = sum("bridge" in e for e in entries.values())
    print(
        f"coqchk accepts the theorems of {count} claims and {applied} about functions, with "
        f"{len(found) - count - applied} lemmas and definitions, and {len(by_hand)} constants of "
        f"the {len(library_files(root))} files written by hand"
    )


if __name__ == "__main__":
    with one_line():
        main(Path.cwd())
