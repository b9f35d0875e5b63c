"""A session of Coq: modules in, and for each whether its theorem is there afterwards.

All modules are given to Coq as one file, which is quickest. If it refuses this, it loads each
module from a file of its own, as one command: at its first error nothing of it stays, and the next
one follows, so that one refused proof costs one claim and not its chapter; those that it has are
then given to it as one file. What counts is that Coq says of no error, and is asked of Coq itself:
whether the theorem exists; and, once for all that do, what `provenscape.coq.questions` asks.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from subprocess import PIPE, STDOUT
from tempfile import TemporaryDirectory

from provenscape.claims.coq_files import THEOREMS, TOOLS, Sources
from provenscape.coq.questions import MARK, calls_intervals, compared, questions, read
from provenscape.coq.references import named, references
from provenscape.coq.theorem import ABOUT_FUNCTIONS, Exported
from provenscape.errors import UserError
from provenscape.study.files import sha256, write_text

SECONDS = 600  # for one command, by the clock: another program may take the processor
LIBRARY = Path("coq")
PROGRAMS = ("coqc", "coqtop", "coqchk")
INSTALL = (
    "on Debian or Ubuntu: apt-get install --no-install-recommends coq libcoq-coquelicot "
    "libcoq-interval"
)
OF_COQ = (".vo", ".glob")  # what Coq makes of a file: it compiled, and what it names where
NOTE = ".sha256"  # and what is noted here: the digests of what Coq read and made
TIMEOUT = "Error: Timeout"  # how Coq says that a module took too long
HEAP = "s=1M,o=400"  # OCaml's: a nursery of 8 MB, for Coq would take 256, slower by an eighth
ERROR = re.compile(r"^(?:Error|Timeout)[^\n]*(?:\n(?![\w' ]*<)[^\n]+)*", re.MULTILINE)


def preamble(modules: Sequence[Exported], seconds: int = SECONDS) -> str:
    """What is said to Coq before these modules."""
    functions = any(m.module.startswith(ABOUT_FUNCTIONS) for m in modules)
    intervals = any(map(calls_intervals, modules))
    return (
        "From Coq Require Import Reals Lra Psatz Lia List QArith Qreals.\n"
        "From Coquelicot Require Import Coquelicot.\n"
        + ("From Interval Require Import Tactic.\n" if intervals else "")
        + f"From Provenscape Require Import {' '.join(THEOREMS)}.\n"
        + (f"From Provenscape Require {' '.join(TOOLS)}.\n" if functions else "")
        + f"Import ListNotations.\nOpen Scope R_scope.\nSet Default Timeout {seconds}.\n"
    )


@dataclass(frozen=True)
class Outcome:
    """Of a session: the modules whose theorem Coq has, what it said first of each other one, and
    the axioms on which the accepted ones rest, by their tier."""

    accepted: tuple[str, ...]
    refused: dict[str, str]
    axioms: dict[str, tuple[str, ...]]


def merged(outcomes: Iterable[Outcome]) -> Outcome:
    """What several sessions say; the axioms are those of all of them."""
    accepted: list[str] = []
    refused: dict[str, str] = {}
    axioms: dict[str, tuple[str, ...]] = {}
    for one in outcomes:
        accepted += one.accepted
        refused |= one.refused
        for name, found in one.axioms.items():
            axioms[name] = tuple(sorted({*axioms.get(name, ()), *found}))
    return Outcome(tuple(accepted), refused, axioms)


def available() -> bool:
    """Whether Coq's programs are installed."""
    return all(shutil.which(name) for name in PROGRAMS)


def require_checkout(root: Path) -> None:
    """Raise `UserError` where there are no files written by hand for Coq."""
    if not (root / LIBRARY / "_CoqProject").exists():
        raise UserError(f"{root}: no checkout of provenscape, which has {LIBRARY}; change into one")


def require_ready(root: Path) -> None:
    """Raise `UserError` where Coq is not installed, or has nothing here to read."""
    require_checkout(root)
    if not available():
        raise UserError(f"Coq is not installed; {INSTALL}")


def library_files(root: Path) -> list[str]:
    """All files written by hand, by their names in Coq."""
    lines = (root / LIBRARY / "_CoqProject").read_text(encoding="utf-8").split()
    return [n.removesuffix(".v").replace("/", ".") for n in lines if n.endswith(".v")]


def place(root: Path, name: str) -> Path:
    """Where a file written by hand stands, by its name in Coq, without its ending."""
    return root / LIBRARY / name.replace(".", "/")


def compile_library(root: Path, names: Sequence[str] = THEOREMS, jobs: int = 1) -> None:
    """Compile these files written by hand, those on which all generated proofs rest if not told,
    each once those among them on which it rests are compiled; not what stands there as it is."""
    sources = Sources(root)
    rests_on = {name: sorted({*names} & {*sources.required(name)}) for name in names}

    def compiled(name: str) -> None:
        before = [place(root, n) for n in rests_on[name]]
        if not is_compiled(place(root, name), before):
            compile_file(root, name, before)

    order, running = TopologicalSorter(rests_on), dict[Future[None], str]()
    order.prepare()
    with ThreadPoolExecutor(jobs) as pool:
        while order.is_active():
            running |= {pool.submit(compiled, name): name for name in order.get_ready()}
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                future.result()
                order.done(running.pop(future))


def is_compiled(file: Path, rests_on: Sequence[Path] | None = None) -> bool:
    """Whether what Coq made here of a file, as its text is, is there as it was made, and was made
    with what is there of those on which it rests, if these are told."""
    note = file.with_suffix(NOTE)
    if not all(file.with_suffix(ending).exists() for ending in (NOTE, *OF_COQ)):
        return False
    noted, now = note.read_text(encoding="utf-8").split(), digests(file, rests_on or ())
    return noted[: len(now)] == now and (rests_on is None or len(noted) == len(now))


def digests(file: Path, rests_on: Iterable[Path] = ()) -> list[str]:
    """SHA-256 of a file's text, of what Coq made of it, and of what it made of those before."""
    own = [file.with_suffix(ending) for ending in (".v", *OF_COQ)]
    return [sha256(path) for path in (*own, *(one.with_suffix(".vo") for one in rests_on))]


def require_compiled(root: Path) -> None:
    """Raise `UserError` where a file written by hand is not what Coq has read."""
    for name in library_files(root):
        if not is_compiled(place(root, name)):
            raise UserError(f"{place(root, name)}.v was changed while Coq read it; run it again")


def compile_file(root: Path, name: str, rests_on: Iterable[Path]) -> None:
    """Have Coq compile a file written by hand, and note of what and to what. Raises `UserError`
    with what Coq says against it, and where the file was changed meanwhile."""
    folder, file = root / LIBRARY, place(root, name).with_suffix(".v")
    read = sha256(file)
    command = ["coqc", "-q", "-w", "none", "-Q", ".", "Provenscape"]
    run = subprocess.run(
        [*command, str(file.relative_to(folder))],
        cwd=folder, env=environment(), capture_output=True, text=True,
    )  # fmt: skip
    if run.returncode:
        said = " ".join(run.stderr.split())[-300:]
        raise UserError(f"{file}: Coq refuses it: {said}")
    made = digests(file, rests_on)
    if made[0] != read:
        raise UserError(f"{file} was changed while Coq read it; run it again")
    write_text(file.with_suffix(NOTE), "\n".join(made) + "\n")


def session(
    modules: Sequence[Exported], root: Path, seconds: int = SECONDS, axioms: bool = True
) -> Outcome:
    """What Coq says of these modules, which stand on nothing of each other, and, if wanted, the
    axioms. What Coq is told by one command and takes longer is refused. Raises `UserError` where it
    accepts modules one by one and not together."""
    refused = unnamed(modules, root)
    there = [m for m in modules if m.module not in refused]
    said = in_a_file(there, root, seconds) if axioms else None
    if said is None:
        refused |= one_by_one(there, root, seconds)
        there = [m for m in there if m.module not in refused]
        said = in_a_file(there, root, seconds) if axioms else ""
    if said is None:
        raise UserError("Coq accepts these modules one by one, and not as one file; try again")
    rests_on, idle = read(said, there) if axioms else ({}, {})
    accepted = tuple(m.module for m in there if m.module not in idle)
    return Outcome(accepted, refused | idle, rests_on)


def in_a_file(modules: Sequence[Exported], root: Path, seconds: int = SECONDS) -> str | None:
    """What Coq says to the questions about the modules as one file, or nothing if it refuses it."""
    text = preamble(modules, seconds) + "".join(m.source for m in modules)
    command = ["coqc", "-q", "-w", "none", "-noglob", *library(root), "all.v"]
    with TemporaryDirectory() as folder:
        write_text(Path(folder) / "all.v", text + questions(modules))
        run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    return None if run.returncode else run.stdout


def asked(exported: Exported, folder: Path) -> str:
    """What is said to Coq of one claim: to load its module from a file, which is written to the
    folder, what it states, and the question whether it is there."""
    place = f"{exported.module}.{exported.theorem}"
    file = folder / f"{exported.module}.v"
    file.write_text(exported.source, encoding="utf-8")
    return (
        f'Load "{file}".\n{compared(exported)}'
        f'Goal True. let t := constr:({place}) in idtac "{MARK} yes {exported.module}". Abort.\n'
        f'Goal True. idtac "{MARK} end {exported.module}". Abort.\n'
    )


def one_by_one(modules: Sequence[Exported], root: Path, seconds: int = SECONDS) -> dict[str, str]:
    """What Coq says of the modules that it refuses, each loaded by a command of its own."""
    command = ["coqtop", "-q", "-w", "none", *library(root)]
    with TemporaryDirectory() as folder:
        said = subprocess.run(
            command, cwd=folder, env=environment(), stdout=PIPE, stderr=STDOUT, text=True,
            input="Set Silent.\n" + preamble(modules, seconds)
            + "".join(asked(m, Path(folder)) for m in modules),
        )  # fmt: skip
    return _refused(said.stdout, modules)


def library(root: Path) -> list[str]:
    """Where Coq finds the files written by hand."""
    return ["-Q", str(root.resolve() / LIBRARY), "Provenscape"]


def environment() -> dict[str, str]:
    return {"OCAMLRUNPARAM": HEAP, **os.environ}


def unnamed(modules: Iterable[Exported], root: Path) -> dict[str, str]:
    """Of these modules, those that do not name the theorems written by hand that they must."""
    claiming = [m for m in modules if m.names]
    known = references(root) if claiming else {}
    refused = {}
    for module in claiming:
        there = named(module.source, known)
        if missing := [name for name in module.names if name not in there]:
            refused[module.module] = f"its proof does not use {missing[0]}"
    return refused


def _refused(text: str, modules: Sequence[Exported]) -> dict[str, str]:
    """The modules that Coq has not, or of which it says an error, each with what it said first."""
    refused, start = {}, 0
    for module in modules:
        end = text.find(f"{MARK} end {module.module}\n", start)
        part = text[start : end if end >= 0 else len(text)]
        there = re.search(rf"{MARK} yes {module.module}$", part, re.MULTILINE)
        if end < 0 or not there or ERROR.search(part):
            refused[module.module] = _first_error(part)
        start = end if end >= 0 else start
    return refused


def _first_error(text: str) -> str:
    """What Coq said first, in one line."""
    found = ERROR.search(text)
    return " ".join(found[0].split())[:200] if found else "Coq ended"
