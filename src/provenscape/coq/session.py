"""A session of Coq: modules in, and for each whether its theorem is there afterwards.

All modules are given to Coq as one file, which is quickest. If it refuses this, it loads each
module from a file of its own, as one command: at its first error nothing of it stays, and the next
one follows, so that one refused proof costs one claim and not its chapter. A module that calls
coq-interval is then said sentence by sentence: loaded, Coq would list the parts of its proofs that
this tactic sets apart as axioms. What counts is that Coq says of no error, and is asked of Coq
itself: whether the theorem exists; and, once for all that do, the axioms on which they rest.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO

from provenscape.claims.coq_files import THEOREMS, TOOLS, plain
from provenscape.coq.theorem import ABOUT_FUNCTIONS, Exported
from provenscape.errors import UserError
from provenscape.study.files import write_text

SECONDS = 600  # for one command, by the clock: another program may take the processor
LIBRARY = Path("coq")
MARK = "@@"
TIMEOUT = "Error: Timeout"  # how Coq says that a module took too long
HEAP = "s=1M,o=200"  # OCaml's: a nursery of 8 MB, for Coq would take 256, slower by an eighth
INTERVAL = re.compile(r"\binterval\b")  # the tactic of coq-interval
AXIOM = re.compile(r"^([\w.']+)(?: :|$)", re.MULTILINE)  # at the margin, qualified or not
# What Coq says of a recursion, an inductive type or universes that it was told not to check.
UNSAFE = re.compile(r"^[\w.']+ (?:is assumed to be|relies on) .*", re.MULTILINE)
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
    return all(shutil.which(name) for name in ("coqc", "coqtop"))


def library_files(root: Path) -> list[str]:
    """All files written by hand, each after those on which it rests."""
    lines = (root / LIBRARY / "_CoqProject").read_text(encoding="utf-8").split()
    return [name.removesuffix(".v") for name in lines if name.endswith(".v")]


def compile_library(root: Path, names: Sequence[str] = THEOREMS) -> None:
    """Compile these files written by hand, those on which all generated proofs rest if not told."""
    folder = root / LIBRARY
    anew = False
    for name in names:
        source = folder / f"{name}.v"
        done = source.with_suffix(".vo")
        if not anew and done.exists() and done.stat().st_mtime >= source.stat().st_mtime:
            continue
        anew = True
        command = ["coqc", "-q", "-w", "none", "-Q", ".", "Provenscape", f"{name}.v"]
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if run.returncode:
            raise UserError(f"{source}: Coq refuses it: {run.stderr.strip()[-300:]}")


def tier(exported: Exported) -> str:
    """Which proofs are asked for their axioms together: those that call coq-interval, which
    computes with primitive integers, and all others."""
    return "with_intervals" if calls_intervals(exported) else "plainly"


def calls_intervals(exported: Exported) -> bool:
    """Whether a proof may call the tactic of coq-interval, comments apart."""
    return INTERVAL.search(plain(exported.source)) is not None


def asked(exported: Exported, folder: Path, axioms: bool) -> str:
    """What is said to Coq of one claim: to load its module from a file, which is written to the
    folder, or the module itself, if its axioms are wanted of Coq and only so right; and the
    question whether it is there."""
    place = f"{exported.module}.{exported.theorem}"
    if axioms and tier(exported) == "with_intervals":
        end = f"End {exported.module}.\n"
        said = f"{exported.source.removesuffix(end)}Abort All.\n{end}"
    else:
        file = folder / f"{exported.module}.v"
        file.write_text(exported.source, encoding="utf-8")
        said = f'Load "{file}".\n'
    return (
        f"{said}"
        f'Goal True. let t := constr:({place}) in idtac "{MARK} yes {exported.module}". Abort.\n'
        f'Goal True. idtac "{MARK} end {exported.module}". Abort.\n'
    )


def listed(modules: Iterable[Exported], name: str) -> str:
    """The question on which axioms these theorems rest, all at once."""
    pairs = "".join(f"({m.module}.{m.theorem}, " for m in modules)
    return (
        f"Definition {name} := {pairs}I{')' * pairs.count('(')}.\n"
        f'Goal True. idtac "{MARK} axioms {name}". Abort.\nPrint Assumptions {name}.\n'
        f'Goal True. idtac "{MARK} done {name}". Abort.\n'
    )


def depends(module: Exported) -> str:
    """The question on what a theorem rests, proofs of lemmas included."""
    return (
        f'Goal True. idtac "{MARK} below {module.module}". Abort.\n'
        f"Print Opaque Dependencies {module.module}.{module.theorem}.\n"
        f'Goal True. idtac "{MARK} above {module.module}". Abort.\n'
    )


def unused(text: str, module: Exported) -> list[str]:
    """Those of the theorems that a module must use on which Coq does not say that it rests."""
    start, end = (text.find(f"{MARK} {word} {module.module}\n") for word in ("below", "above"))
    found = set(AXIOM.findall(text[start:end])) if 0 <= start < end else set()
    ends = {f".{name}" for name in found}
    return [name for name in module.uses if not any(f".{name}".endswith(e) for e in ends)]


def session(
    modules: Sequence[Exported], root: Path, seconds: int = SECONDS, axioms: bool = True
) -> Outcome:
    """What Coq says of these modules, which stand on nothing of each other, and, if wanted, the
    axioms. What Coq is told by one command and takes longer is refused."""
    said = in_a_file(modules, root, seconds) if axioms else None
    if said is not None:
        return outcome(said, modules, {}, axioms)
    return one_by_one(modules, root, seconds, axioms)


def in_a_file(modules: Sequence[Exported], root: Path, seconds: int) -> str | None:
    """What Coq says of the modules as one file, or nothing if it refuses this."""
    text = preamble(modules, seconds) + "".join(m.source for m in modules)
    command = ["coqc", "-q", "-w", "none", "-noglob", *library(root), "all.v"]
    with TemporaryDirectory() as folder:
        write_text(Path(folder) / "all.v", text + questions(modules, True))
        run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    return None if run.returncode else run.stdout


def one_by_one(modules: Sequence[Exported], root: Path, seconds: int, axioms: bool) -> Outcome:
    """The same where some may be refused: each is loaded by a command of its own."""
    command = ["coqtop", "-q", "-w", "none", *library(root)]
    with TemporaryDirectory() as folder, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, cwd=folder, env=environment(),
    ) as coq:  # fmt: skip
        assert coq.stdin is not None and coq.stdout is not None
        first = "Set Silent.\n" + preamble(modules, seconds)
        first += "".join(asked(m, Path(folder), axioms) for m in modules)
        first += f'Goal True. idtac "{MARK} all asked". Abort.\n'
        writing = Thread(target=_write, args=(coq.stdin, first))
        writing.start()
        said = []
        for line in coq.stdout:
            said.append(line)
            if line.strip().endswith(f"{MARK} all asked"):
                break
        writing.join()
        refused = _refused("".join(said), modules)
        accepted = [m for m in modules if m.module not in refused]
        _write(coq.stdin, questions(accepted, axioms))
        coq.stdin.close()
        rest = coq.stdout.read()
    return outcome(rest, modules, refused, axioms)


def library(root: Path) -> list[str]:
    """Where Coq finds the files written by hand."""
    return ["-Q", str(root.resolve() / LIBRARY), "Provenscape"]


def environment() -> dict[str, str]:
    return {"OCAMLRUNPARAM": HEAP, **os.environ}


def tiers(modules: Iterable[Exported]) -> dict[str, list[Exported]]:
    """The modules whose axioms are asked for together."""
    found: dict[str, list[Exported]] = {}
    for module in modules:
        found.setdefault(tier(module), []).append(module)
    return found


def questions(accepted: Sequence[Exported], axioms: bool) -> str:
    """What is asked of Coq about the modules that it has."""
    asked = [listed(found, name) for name, found in tiers(accepted).items()] if axioms else []
    return "".join([*asked, *(depends(m) for m in accepted if m.uses)])


def outcome(
    said: str, modules: Sequence[Exported], refused: Mapping[str, str], axioms: bool
) -> Outcome:
    """What follows from the answers to the questions, the refused modules apart."""
    there = [m for m in modules if m.module not in refused]
    rests_on = {name: _axioms(said, name) for name in tiers(there)} if axioms else {}
    needless = {
        m.module: f"its proof does not use {missing[0]}"
        for m in there
        if m.uses and (missing := unused(said, m))
    }
    accepted = tuple(m.module for m in there if m.module not in needless)
    return Outcome(accepted, {**refused, **needless}, rests_on)


def _write(stream: IO[str], text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:  # Coq has ended; what it said tells why
        return


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


def _axioms(text: str, name: str) -> tuple[str, ...]:
    """The axioms that Coq lists of what has this name. Raises `UserError` where it lists none and
    does not say that there are none."""
    part = text[text.find(f"{MARK} axioms {name}") : text.find(f"{MARK} done {name}")]
    if unsafe := UNSAFE.search(part):
        raise UserError(f"not everything was checked by Coq: {unsafe[0]}")
    if "Closed under the global context" in part:
        return ()
    found = tuple(sorted(set(AXIOM.findall(part))))
    if not found:
        raise UserError(f"Coq does not say on which axioms {name} rests: {part[:200]}")
    return found
