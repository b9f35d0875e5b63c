"""A claim's file completed: search, write, verify what was written, and put it in place."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape import kernel
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_id, load
from provenscape.claims.placing import tried
from provenscape.claims.verification import verify
from provenscape.errors import UserError
from provenscape.finding import race
from provenscape.finding.words import of_weak_words, with_remedy
from provenscape.finding.writing import completed
from provenscape.study.files import write_text

REMEDY = "look for a loop in the file that does not end, or give it longer (--seconds)"
Progress = Callable[[str, str, float], None]


@dataclass(frozen=True)
class Outcome:
    """What came out: `verdict` is proved, refuted, contradiction or nothing; `note` is about the
    witness that the file gives. `late` tells that a search was not through with what it tries."""

    verdict: str
    code: str = ""
    seconds: float = 0.0
    remarks: tuple[str, ...] = ()
    note: str = ""
    late: bool = False


def find(path: Path, output: Path, seconds: float, progress: Progress) -> Outcome:
    """Look for a proof and a counterexample of the claim in `path`; write the file with it.

    Each search has so many seconds of processor time.
    The file is written only after what is in it was verified in a process of its own, and in one
    step. A witness of the file that is none is noted, and another one found. Raises UserError for a
    file that states no claim, that has a proof already, or that takes the whole time to be read,
    and for a place at which the claim would have another id.
    """
    is_folder = output.suffix != ".py" or output.is_dir()
    if is_folder or claim_id(output) != claim_id(path):
        place = (output if is_folder else output.parent) / path.name
        raise UserError(
            f"{output}: a claim's id is the name of its file, in another folder too; "
            f"give --output {place}"
        )
    try:
        lacking, fault, weak = isolated(
            lambda: faults(path, seconds), str(path), race.PATIENCE * seconds,
            remedy=REMEDY, patience=1,
        )  # fmt: skip
    except UserError as error:
        raise UserError(with_remedy(str(error))) from None
    from provenscape.finding import searches  # brings solvers, which a refused file does without

    found, ended = race.first_found(
        {
            "proof": partial(searches.proof, path, witnessed=not fault),
            "counterexample": partial(searches.counterexample, path),
        },
        seconds,
        progress,
    )
    note = fault and f"the file's `witness` is none: {fault}; it was left aside"
    if found is None:
        reasons = tuple(f"{name}: {why}" for name, why in ended.items())
        late = any(why.startswith(race.LATE) for why in ended.values())
        return Outcome("nothing", remarks=(*reasons, *filter(None, [weak])), note=note, late=late)
    if found["found"] == "contradiction":
        shown = (found["shown"],)
        return Outcome("contradiction", seconds=found["seconds"], remarks=shown, note=note)
    before = path.read_bytes().decode("utf-8")
    text = completed(
        before.replace("\r\n", "\n"), found["imports"], [found["code"]], found["plain"]
    )
    if "\r\n" in before:  # its own line ends stay
        text = text.replace("\n", "\r\n")
    try:
        tried(output, text, partial(checked, lacking=lacking))
    except UserError as error:
        raise UserError(f"{error} (found, but not verified; {output} is unchanged)") from None
    write_text(output.resolve(), text)  # through a link, to the file that it names
    code = "\n".join([*found["plain"], found["code"]])
    if fault:
        own = "the one below takes its place; " if found["found"] != "refuted" else ""
        note = f"{note}; {own}remove its line"
    remarks = (lacking,) if lacking else ()
    return Outcome(found["found"], code, found["seconds"], remarks, note)


def faults(path: Path, seconds: float) -> tuple[str, str, str]:
    """What the claim's dictionary lacks, why the file's witness is none, and which functions in it
    have no rules of their own, or empty texts.

    Raises UserError after so many seconds of processor time; for a child process, which this ends.
    """

    def late(*_: Any) -> None:
        raise UserError(f"it takes longer than {seconds:g} s; {REMEDY}")

    signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    module = load(path, proved=False)
    lacking = ""
    try:
        module.claim.require_dictionary()
    except kernel.Rejected as error:
        lacking = str(error)
    parts = (*module.claim.given.values(), *module.claim.parts())
    functions = (
        f for p in parts for e in p.expressions() for f in e.atoms(sp.Function, type(sp.E))
    )
    weak = of_weak_words({type(function).__name__ for function in functions})
    return lacking, fault_of_witness(module) if hasattr(module, "witness") else "", weak


def fault_of_witness(module: Any) -> str:
    """Why no proof would be accepted with the witness that the file gives, or an empty text."""
    claim = module.claim
    others = any(hasattr(module, name) for name in ("points", "mutants"))
    try:
        kernel.witness(claim, module.witness)
    except (kernel.Rejected, ZeroDivisionError) as error:
        return str(error)
    needed = claim.iteration is None and set(claim.symbols()) - claim.bound()
    if needed and not module.witness and not others:
        return "it gives no value, so that no false neighbour is seen to fail"
    return ""


def checked(path: Path, lacking: str) -> None:
    """Verify the file afresh; as far as that goes where its dictionary lacks something."""
    if lacking:
        isolated(lambda: accepted(path), str(path))
    else:
        verify(path)


def accepted(path: Path) -> str:
    """The verdict of the theorem alone."""
    module: Any = load(path)
    check = getattr(module, "proof", None) or module.refutation
    try:
        theorem = kernel.verified(check())
    except kernel.Rejected as error:
        raise UserError(f"{path}: {error}") from error
    if theorem.claim.digest() != module.claim.digest():
        raise UserError(f"{path}: the theorem is not about the claim of the file")
    return str(theorem.verdict)
