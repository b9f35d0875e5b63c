"""Claims that an experiment supports: a test on counts, fixed beforehand, and its control.

An experiment that carries a claim has beside `run` the names
    claim       a kernel Claim whose conclusion is an inequality in one probability
    evidence    tables -> Theorem, by the kernel's rule `sample` on counts that the tables hold
    control     tables -> Theorem, the same test on the negative control: it must be rejected
and optionally `mutants`, a list of (name, Claim): false neighbours that the evidence must reject.
`evidence` and `control` look up the module's global `claim`, so that a neighbour can be swapped in.
Tests are made at the confidence `statistics.CONFIDENCE`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from provenscape.claims.mutants import negation
from provenscape.claims.verification import accepts, latex
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected, Relation, Theorem, verified
from provenscape.study.loading import load

NAMES = ("claim", "evidence", "control")


def verify(path: Path, tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """The record of the claim that an experiment's file carries, in the form of
    `verification.verify`, from the experiment's own tables.

    Raises `UserError` if the claim has no verdict: its evidence is rejected, or its control or a
    false neighbour is not; likewise if one of the names is missing.
    """
    module = load(path)
    missing = [part for part in NAMES if not hasattr(module, part)]
    if missing:
        raise UserError(f"{path}: it carries no {', no '.join(missing)}; define them beside run")
    try:
        return _verify(path, module, tables)
    except Rejected as error:
        raise UserError(f"{path}: {module.claim.id} has no verdict: {error}") from error
    except Exception as error:
        raise UserError(f"{path}: its check raises {type(error).__name__}: {error}") from error


def _verify(path: Path, module: Any, tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    claim: Claim = module.claim
    theorem = verified(module.evidence(tables))
    if theorem.claim.digest() != claim.digest() or theorem.verdict != "supported":
        raise Rejected("the evidence is not a sample that supports the claim of the file")
    refusal = rejection(lambda: module.control(tables))
    if refusal is None:
        raise Rejected("its negative control passes the same test")
    mutants = [*getattr(module, "mutants", ()), *neighbours(claim)]
    survivors = [
        label for label, other in mutants if accepts(module, other, lambda: module.evidence(tables))
    ]
    if survivors:
        raise Rejected(f"its evidence accepts a false neighbour: {'; '.join(survivors)}")
    return {
        "id": claim.id,
        "chapter": path.parent.name,
        "title": claim.says,
        "says": claim.says,
        "items": sorted(claim.items),
        "statement": {"latex": latex(claim), "text": claim.text(), "digest": claim.digest()},
        "hypotheses": [],
        "verdict": theorem.verdict,
        "counterexample": None,
        "rules": [step.rule for step in theorem.steps],
        "scope": claim.scope,
        "assumptions": list(theorem.assumptions),
        "tight": None,
        "engines": list(theorem.engines),
        "mutants": {"total": len(mutants) + 1, "rejected": len(mutants) + 1},
        "repairs": claim.repairs,
        "values": {"evidence": theorem.steps[-1].detail, "control": refusal},
        "file": f"experiments/{path.parent.name}/{path.name}",
        "figures": [],
    }


def rejection(check: Callable[[], Theorem]) -> str | None:
    """Why a check is rejected by the kernel's rules, or None if it is not."""
    try:
        check()
    except Rejected as error:
        return str(error)
    return None


def neighbours(claim: Claim) -> list[tuple[str, Claim]]:
    """The claim with its conclusion negated, which no evidence for the claim may support."""
    if not isinstance(claim.then, Relation):
        raise Rejected("a sample supports one inequality")
    return [("conclusion negated", replace(claim, then=negation(claim.then)))]
