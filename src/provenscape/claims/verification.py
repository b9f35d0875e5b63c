"""Verification of a proof file: its record, recomputed in a process of its own.

A proof file states one claim and says why it holds, or at which point it fails. Verification runs
the kernel afresh, checks the witness, decides for every hypothesis whether it is needed, checks
tightness, and lets the same proof loose on false neighbours, all of which it must reject.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from provenscape import kernel
from provenscape.claims.isolation import SECONDS, isolated
from provenscape.claims.loading import claim_id, explained, line_of, load, proof_files
from provenscape.claims.mutants import Mutant, known_false, mutants_of_theorem, shown_false
from provenscape.claims.remembered import remember
from provenscape.claims.statement import record
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected, Relation, Theorem
from provenscape.kernel.cone import evident


def verify(path: Path, seconds: float = SECONDS) -> dict[str, Any]:
    """The record of one claim, recomputed: verdict, hypotheses, tightness, mutants.

    Raises `UserError` if the claim has no verdict: a rejected proof, hypotheses that the witness
    does not satisfy, a symbol without meaning, a countermodel that is none, a tight claim without a
    point of equality, or a surviving mutant; likewise if its check raises anything but `Rejected`,
    or does not end.
    """
    return dict(isolated(lambda: verify_here(path), str(path), seconds))


def verify_here(path: Path) -> dict[str, Any]:
    """The same in this process, for tests that look inside."""
    return verify_loaded(path, load(path))


def verify_loaded(path: Path, module: Any) -> dict[str, Any]:
    """The same of a file that is loaded; the module is used up, for its rules `remember`."""
    if hasattr(module, "EVIDENCE"):
        raise UserError(f"{path}: judged on tables; `snakemake` does it once they are made")
    try:
        return _verify(path, module)
    except Rejected as error:
        line = line_of(error, path)
        raise UserError(f"{path}:{line}: {module.claim.id} has no verdict: {error}") from error
    except (UserError, MemoryError):
        raise
    except Exception as error:
        raise UserError(f"{path}:{line_of(error, path)}: {explained(error)}") from error


def _verify(path: Path, module: Any) -> dict[str, Any]:
    claim: Claim = module.claim
    claim.require_dictionary()
    remember(module)
    refuted = hasattr(module, "refutation")
    check: Callable[[], Theorem] = module.refutation if refuted else module.proof
    theorem = kernel.verified(check())
    if theorem.claim.digest() != claim.digest() or (theorem.verdict == "refuted") != refuted:
        raise Rejected("the theorem is not about the claim of the file")
    if not refuted:
        kernel.witness(claim, getattr(module, "witness", {}))
    mutants = tried(module, claim, refuted)
    reasons = [rejection(module, m.claim, check) for m in mutants]
    survivors = [m.name for m, reason in zip(mutants, reasons, strict=True) if not reason]
    if survivors:
        raise Rejected(f"its check accepts a false neighbour: {'; '.join(survivors)}")
    return record(
        path,
        claim,
        theorem,
        [
            {"change": m.name, "false_at": m.shown, "rejected": reason}
            for m, reason in zip(mutants, reasons, strict=True)
        ],
        title=module.__doc__.strip().splitlines()[0],
        hypotheses=[] if refuted else hypotheses(module, check),
        evident=not refuted and is_evident(claim),
        counterexample=theorem.steps[-1].detail if refuted else None,
        tight=tightness(module),
    )


def tried(module: Any, claim: Claim, refuted: bool) -> list[Mutant]:
    """The false neighbours that the check must reject, each with a point at which it is false.

    A counterexample needs none: that its point refutes the statement is all there is to it.
    """
    if refuted:
        return []
    own = [shown_false(points(module), *entry) for entry in getattr(module, "mutants", ())]
    found = own + mutants_of_theorem(claim, points(module))
    if not found:
        raise Rejected("no false neighbour is known; add `mutants`, or `points` at which some fail")
    return found


def points(module: Any) -> list[Any]:
    """The exact points that a proof file gives, at which neighbours can be seen to fail."""
    given = [getattr(module, "witness", {}), getattr(module, "equality", None)]
    given += getattr(module, "countermodels", {}).values()
    given += getattr(module, "points", [])
    return [point for point in given if point is not None]


def rejection(module: Any, mutant: Claim, check: Callable[[], Theorem]) -> str:
    """Why the same check is rejected with another claim in the place of the file's own; an empty
    text if it passes."""
    original = module.claim
    module.claim = mutant
    try:
        same = kernel.verified(check()).claim.digest() == mutant.digest()
        return "" if same else "the check proves another claim"
    except Rejected as error:
        return str(error)[:200]
    finally:
        module.claim = original


def is_evident(claim: Claim) -> bool:
    """Whether every conclusion can be read off the hypotheses without a certificate."""
    given = claim.known()
    return all(
        isinstance(part, Relation)
        and part.sign != "="
        and evident(part.expr, given) in (">", part.sign)
        for part in claim.parts()
    )


def hypotheses(module: Any, check: Callable[[], Theorem]) -> list[dict[str, Any]]:
    """For each hypothesis: needed (a countermodel without it), domain (without it the checker does
    not see that a formula is defined), unused (the same proof passes without it), or used (nothing
    of these is shown)."""
    claim, rows = module.claim, []
    countermodels = getattr(module, "countermodels", {})
    unknown = sorted(set(countermodels) - set(claim.given))
    if unknown:
        raise Rejected(f"countermodel for {unknown[0]}, which is no hypothesis")
    for name in claim.given:
        row: dict[str, Any] = {
            "name": name, "status": "used", "countermodel": None, "reason": None,
        }  # fmt: skip
        rows.append(row)
        try:
            rest = claim.without(name)
        except Rejected as error:
            row |= {"status": "domain", "reason": f"without it {error}"}
            continue
        if name in countermodels:
            shown = kernel.refute(rest, countermodels[name]).steps[-1].detail
            row |= {"status": "needed", "countermodel": shown}
        elif not rejection(module, rest, check):
            row["status"] = "unused"
        elif shown_at := known_false(rest, points(module)):
            row |= {"status": "needed", "countermodel": shown_at}
    return rows


def tightness(module: Any) -> bool | None:
    """Whether the conclusion is attained; a tight claim shows the point where it is."""
    claim = module.claim
    if claim.tight is not True:
        return claim.tight
    point = getattr(module, "equality", None)
    if point is None or not isinstance(claim.then, Relation) or claim.then.op not in (">=", "<="):
        raise Rejected("a tight claim needs one weak inequality and a point `equality`")
    kernel.witness(claim, point)
    strict = Relation(claim.then.left, claim.then.op[0], claim.then.right)
    kernel.refute(replace(claim, then=strict, tight=None), point)
    return True


def verify_chapter(chapter: str, root: Path) -> list[dict[str, Any]]:
    """The records of all claims of a chapter, sorted by id; one line names each claim before its
    check begins, another gives its verdict.

    All files are tried; raises `UserError` with the first that has no verdict, and their number.
    """
    records, failures = [], []
    for path in proof_files(root, chapter):
        print(f"  checking  {claim_id(path)}", file=sys.stderr, flush=True)
        try:
            records.append(verify(path))
            print(f"{records[-1]['verdict']:>10}  {claim_id(path)}", file=sys.stderr, flush=True)
        except UserError as error:
            failures.append(str(error))
            print(f"NO VERDICT  {error}", file=sys.stderr, flush=True)
    if failures:
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        raise UserError(f"{failures[0]}{more}")
    return sorted(records, key=lambda record: record["id"])
