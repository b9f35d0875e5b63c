"""Proof files: how they are found, and the verification of what each one claims.

A proof file states one claim and says why it holds, or at which point it fails. Verification runs
the kernel afresh, checks the witness, decides for every hypothesis whether it is needed, checks
tightness, and lets the same proof loose on false neighbours, all of which it must reject.
"""

import ast
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import sympy as sp
import yaml

from provenscape import kernel
from provenscape.claims.mutants import known_false, mutants_of_refutation, mutants_of_theorem
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected, Relation, Theorem

IMPORTABLE = ("provenscape.models.landscapes", "sympy", "dataclasses", "fractions", "math")
IMPORTABLE_BELOW = ("provenscape.models.landscapes.", "sympy.")
OFFERED = {*IMPORTABLE, *(f"provenscape.kernel.{name}" for name in kernel.__all__)}
JUDGEMENTS = ("opinion", "cited", "misattributed")


@dataclass(frozen=True)
class Judgement:
    """An item that is decided without a derivation, and why."""

    item: str
    verdict: str
    reason: str
    references: tuple[str, ...]


def proof_files(root: Path, chapter: str | None = None) -> list[Path]:
    """All proof files, or those of one chapter, sorted by path."""
    return sorted((root / "proofs").glob(f"{chapter or '*'}/*.py"))


def load(path: Path) -> Any:
    """The module of a proof file, which may import the kernel's rules, landscapes and SymPy only.

    Raises `UserError` that names the file, the line and the remedy.
    """
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); is the name right?") from error
    except SyntaxError as error:
        raise UserError(f"{path}: line {error.lineno}: {error.msg}; mend the syntax") from error
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 1)
        for name in imported(node):
            if name not in OFFERED and not name.startswith(IMPORTABLE_BELOW):
                raise UserError(
                    f"{path}: line {line}: a proof may not import {name}; "
                    f"it may import {', '.join(IMPORTABLE)} and names that the kernel offers"
                )
        for name in (getattr(node, "attr", ""), getattr(node, "id", "")):
            if name.startswith("__"):
                raise UserError(
                    f"{path}: line {line}: a proof may not use {name}; state it plainly"
                )
    module: Any = ModuleType(f"proofs.{path.parent.name}.{path.stem}")
    try:
        exec(compile(tree, str(path), "exec"), vars(module))
    except (Rejected, UserError) as error:
        raise UserError(f"{path}: the statement is not accepted: {error}") from error
    except Exception as error:
        raise UserError(f"{path}: {type(error).__name__}: {error}") from error
    if not isinstance(getattr(module, "claim", None), Claim) or not module.__doc__:
        raise UserError(f"{path}: needs a docstring and a `claim` (provenscape.kernel.Claim)")
    if hasattr(module, "proof") == hasattr(module, "refutation"):
        raise UserError(f"{path}: needs either `def proof()` or `def refutation()`")
    return module


def imported(node: ast.AST) -> list[str]:
    """What an import statement names: modules, and of the package and its rooms each name."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    if node.module in ("provenscape", "provenscape.kernel", "provenscape.models"):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return [node.module or "."]


def verify(path: Path) -> dict[str, Any]:
    """The record of one claim, recomputed: verdict, hypotheses, tightness, mutants.

    Raises `UserError` if the claim has no verdict: a rejected proof, hypotheses that the witness
    does not satisfy, a countermodel that is none, a tight claim without a point of equality, or a
    surviving mutant; likewise if its check raises anything but `Rejected`.
    """
    module = load(path)
    try:
        return _verify(path, module)
    except Rejected as error:
        raise UserError(f"{path}: {module.claim.id} has no verdict: {error}") from error
    except Exception as error:
        raise UserError(f"{path}: its check raises {type(error).__name__}: {error}") from error


def _verify(path: Path, module: Any) -> dict[str, Any]:
    claim = module.claim
    refuted = hasattr(module, "refutation")
    check: Callable[[], Theorem] = module.refutation if refuted else module.proof
    theorem = kernel.verified(check())
    if theorem.claim.digest() != claim.digest() or (theorem.verdict == "refuted") != refuted:
        raise Rejected("the theorem is not about the claim of the file")
    if not refuted:
        kernel.witness(claim, getattr(module, "witness", {}))
    mutants = list(getattr(module, "mutants", ())) + (
        mutants_of_refutation(claim) if refuted else mutants_of_theorem(claim, points(module))
    )
    if not mutants:
        raise Rejected("no false neighbour is known; add `mutants`")
    survivors = [name for name, mutant in mutants if accepts(module, mutant, check)]
    if survivors:
        raise Rejected(f"its check accepts a false neighbour: {'; '.join(survivors)}")
    return {
        "id": claim.id,
        "chapter": path.parent.name,
        "title": module.__doc__.strip().splitlines()[0],
        "says": claim.says,
        "items": sorted(claim.items),
        "statement": {"latex": latex(claim), "text": claim.text(), "digest": claim.digest()},
        "hypotheses": [] if refuted else hypotheses(module, check),
        "verdict": theorem.verdict,
        "counterexample": theorem.steps[-1].detail if refuted else None,
        "rules": [step.rule for step in theorem.steps],
        "scope": claim.scope,
        "assumptions": list(theorem.assumptions),
        "tight": tightness(module),
        "engines": list(theorem.engines),
        "mutants": {"total": len(mutants), "rejected": len(mutants)},
        "repairs": claim.repairs,
        "values": {name: sp.sstr(v) for name, v in sorted(getattr(module, "values", {}).items())},
        "file": f"proofs/{path.parent.name}/{path.name}",
        "figures": [],
    }


def points(module: Any) -> list[dict[sp.Symbol, Any]]:
    """The exact points that a proof file gives, at which neighbours can be seen to fail."""
    given = [getattr(module, "witness", {}), getattr(module, "equality", None)]
    given += getattr(module, "countermodels", {}).values()
    given += getattr(module, "points", [])
    return [point for point in given if point is not None]


def accepts(module: Any, mutant: Claim, check: Callable[[], Theorem]) -> bool:
    """Whether the same check passes with another claim in the place of the file's own."""
    original = module.claim
    module.claim = mutant
    try:
        return kernel.verified(check()).claim.digest() == mutant.digest()
    except Rejected:
        return False
    finally:
        module.claim = original


def hypotheses(module: Any, check: Callable[[], Theorem]) -> list[dict[str, Any]]:
    """For each hypothesis: needed (a countermodel without it, or no meaning without it), unused
    (the same proof passes without it), or used (neither is shown)."""
    claim, rows = module.claim, []
    countermodels = getattr(module, "countermodels", {})
    unknown = sorted(set(countermodels) - set(claim.given))
    if unknown:
        raise Rejected(f"countermodel for {unknown[0]}, which is no hypothesis")
    for name, relation in claim.given.items():
        row = {"name": name, "latex": relation.latex(), "status": "used", "countermodel": None}
        rows.append(row)
        try:
            rest = claim.without(name)
        except Rejected as error:
            row |= {"status": "needed", "countermodel": f"without it {error}"}
            continue
        if name in countermodels:
            shown = kernel.refute(rest, countermodels[name]).steps[-1].detail
            row |= {"status": "needed", "countermodel": shown}
        elif accepts(module, rest, check):
            row["status"] = "unused"
        elif known_false(rest, points(module)):
            row |= {"status": "needed", "countermodel": "a point of the proof file"}
    return rows


def tightness(module: Any) -> bool | None:
    """Whether the conclusion is attained; a tight claim shows the point where it is."""
    claim = module.claim
    if claim.tight is not True:
        return claim.tight
    point = getattr(module, "equality", None)
    if point is None or not isinstance(claim.then, Relation) or claim.then.op != ">=":
        raise Rejected("a tight claim needs one weak inequality and a point `equality`")
    kernel.witness(claim, point)
    strict = Claim(claim.id, (), claim.says, claim.given, Relation(claim.then.expr, ">"))
    kernel.refute(strict, point)
    return True


def latex(claim: Claim) -> str:
    conclusion = r",\; ".join(part.latex() for part in claim.parts())
    if not claim.given:
        return conclusion
    return r",\; ".join(r.latex() for r in claim.given.values()) + r" \;\Rightarrow\; " + conclusion


def verify_chapter(chapter: str, root: Path) -> list[dict[str, Any]]:
    """The records of all claims of a chapter, one line of progress for each, sorted by id."""
    records = []
    for path in proof_files(root, chapter):
        records.append(verify(path))
        print(f"{records[-1]['verdict']:>10}  {records[-1]['id']}", file=sys.stderr, flush=True)
    ids = [record["id"] for record in records]
    for name in ids:
        if ids.count(name) > 1:
            raise UserError(f"proofs/{chapter}: two claims have the id {name}; rename one")
    return sorted(records, key=lambda record: record["id"])


def judgements(root: Path, chapter: str) -> list[Judgement]:
    """The items that a chapter decides without derivation; a missing file means none."""
    path = root / "proofs" / chapter / "judgements.yaml"
    if not path.exists():
        return []
    keys = {"item", "verdict", "reason", "references"}
    result = []
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
        if not isinstance(entry, dict) or not keys - {"references"} <= set(entry) <= keys:
            raise UserError(f"{path}: {entry}: each judgement has the keys {sorted(keys)}")
        if entry["verdict"] not in JUDGEMENTS:
            raise UserError(f"{path}: {entry['item']}: verdict must be one of {JUDGEMENTS}")
        references = tuple(entry.get("references") or ())
        result.append(Judgement(entry["item"], entry["verdict"], entry["reason"], references))
    return result
