"""coqchk, Coq's checker of compiled files, on the files written by hand and on all theorems of
claims: a program that has Coq's rules of proof and none of what finds proofs.

    python -m provenscape.coq.recheck      # of what `make coq` has left in the results

The files must be those that are written from the proof files as these are, and state what the
record says.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from provenscape.claims import accepted
from provenscape.claims.loading import claim_id, proof_files
from provenscape.coq.acceptance import chapter_text, modules_of, written
from provenscape.coq.session import (
    compile_library,
    environment,
    library,
    library_files,
    require_ready,
)
from provenscape.coq.theorem import Exported
from provenscape.errors import UserError, one_line
from provenscape.study import outline, settings

LEFT = "coq"  # the folder of the results where `make coq` leaves a file for each chapter
ROOM = "Chapters"  # what Coq calls the folder in which these are compiled
AGAIN = "run `make coq`"
CHECKED = re.compile(r"^ *checking cst:([\w.']+)$", re.MULTILINE)
# Of what coqchk says to rest on nothing checked, or on a check that was switched off: all in files
# of ours. Axioms of Coq's library, of Coquelicot and of coq-interval are not.
UNPROVED = re.compile(rf"^ +((?:Provenscape|{ROOM})\.[\w.']+)", re.MULTILINE)
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
    it takes as it is. Raises `UserError` with what it says against one, and for one that is an
    axiom or was not checked in full."""
    only = [word for name in names for word in ("-norec", name)]
    said = subprocess.run(["coqchk", "-o", *places, *only], capture_output=True, text=True)
    if said.returncode:
        raise UserError(f"{what}: coqchk refuses it: {' '.join(said.stderr.split())[-300:]}")
    _, summary, context = said.stderr.partition("CONTEXT SUMMARY")  # there it says all
    if not summary:
        raise UserError(f"{what}: coqchk does not say on what it rests: {said.stderr[-300:]}")
    if unproved := UNPROVED.search(context):
        raise UserError(f"{what}: {unproved[1]} is an axiom, or was not checked in full")
    return set(CHECKED.findall(said.stderr))


def require_recorded(modules: Iterable[Exported], root: Path) -> None:
    """Raise `UserError` where these theorems are not those of which the record says that Coq
    accepts them."""
    entries = accepted.read(root)
    recorded = {
        entry[name]: entry[statement]
        for entry in entries.values()
        if entry["accepted"]
        for name, statement in (("theorem", "statement"), ("bridge", "bridge_statement"))
        if name in entry
    }
    stated = {f"{one.module}.{one.theorem}": one.digest for one in modules}
    for name in sorted(recorded.keys() | stated.keys()):
        if recorded.get(name) != stated.get(name):
            raise UserError(f"{root / accepted.ACCEPTED}: {name} is not what it says; {AGAIN}")


def main(root: Path) -> None:
    """Check all, and say how much that is. Raises `UserError` where a file is not there, is not
    what is written of its chapter, or is refused, and where the record says another thing."""
    require_ready(root)
    folder = settings.results(root) / LEFT
    paths = {chapter: proof_files(root, chapter) for chapter in outline.chapters(root)}
    claims = written([path for some in paths.values() for path in some], root, JOBS)
    modules = {
        folder / f"{chapter}.v": [m for path in some for m in modules_of(claims[claim_id(path)])]
        for chapter, some in paths.items()
    }
    for file, some in modules.items():
        if not file.exists():
            raise UserError(f"{file} is missing; {AGAIN}")
        if file.read_text(encoding="utf-8") != chapter_text(some):
            raise UserError(f"{file} is not what is written of its claims now; {AGAIN}")
    whole = [module for some in modules.values() for module in some]
    require_recorded(whole, root)
    compile_library(root, library_files(root), JOBS)
    by_hand = library_checked(root)
    with ThreadPoolExecutor(JOBS) as pool:
        found = set().union(*pool.map(partial(chapter_checked, root=root), modules))
    for module in whole:
        if (name := f"{module.module}.{module.theorem}") not in found:
            raise UserError(f"{folder}: coqchk does not say that it has checked {name}")
    applied = sum("of_functions" in one for one in claims.values())
    print(
        f"coqchk accepts the theorems of {len(whole) - applied} claims and {applied} about "
        f"functions, with {len(found) - len(whole)} lemmas and definitions, and {len(by_hand)} "
        f"constants of the {len(library_files(root))} files written by hand"
    )


if __name__ == "__main__":
    with one_line():
        main(Path.cwd())
