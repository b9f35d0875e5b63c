"""Claims that an experiment supports: a test on counts, fixed beforehand, and its control.

An experiment that carries a claim has beside `run` the names
    claim      a kernel Claim whose conclusion is a Chance: an inequality in one probability
    EVIDENCE   {"table": …, "setting": …}: the row of a table of `statistics.counts` that is judged
    CONTROL    the same of the negative control: its own counts must fail the same test
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from provenscape.claims.mutants import changed_structures
from provenscape.claims.statement import statement
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected, Unsupported, sample
from provenscape.study.loading import load

NAMES = ("claim", "EVIDENCE", "CONTROL")


def verify(path: Path, tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """The record of an experiment's claim, as `claims.verify` makes it, from the experiment's own
    tables.

    Raises `UserError` if the claim has no verdict: its counts do not support it, or those of its
    control do; likewise if one of the names is missing or names no row.
    """
    module = load(path)
    missing = [part for part in NAMES if not hasattr(module, part)]
    if missing:
        raise UserError(f"{path}: it carries no {', no '.join(missing)}; define them beside run")
    evidence, control = (
        counted(path, getattr(module, name), tables) for name in ("EVIDENCE", "CONTROL")
    )
    try:
        return _verify(path, module.claim, evidence, control)
    except Rejected as error:
        raise UserError(f"{path}: {module.claim.id} has no verdict: {error}") from error


def counted(path: Path, row: Any, tables: Mapping[str, pd.DataFrame]) -> tuple[int, int]:
    """Successes and trials in the row that EVIDENCE or CONTROL names."""
    if not isinstance(row, dict) or set(row) != {"table", "setting"}:
        raise UserError(f"{path}: {row!r} has not the keys table and setting")
    if row["table"] not in tables:
        raise UserError(f"{path}: there is no table {row['table']}; it has {', '.join(tables)}")
    found = tables[row["table"]].query("setting == @row['setting']")
    if len(found) != 1:
        raise UserError(f"{path}: {row['table']} has {len(found)} rows {row['setting']}, not one")
    return int(found["successes"].iloc[0]), int(found["trials"].iloc[0])


def _verify(
    path: Path, claim: Claim, evidence: tuple[int, int], control: tuple[int, int]
) -> dict[str, Any]:
    claim.require_dictionary()
    theorem = sample(claim, *evidence)
    refusal = unsupported(claim, control)
    if refusal is None:
        raise Rejected("its negative control passes the same test")
    tried = []
    for change, then in changed_structures(claim.then):
        reason = unsupported(replace(claim, then=then), evidence)
        if reason is None:
            raise Rejected(f"its counts support a false neighbour: {change}")
        tried.append({"change": change, "false_at": "if the claim is true", "rejected": reason})
    return {
        "id": claim.id,
        "chapter": path.parent.name,
        "title": claim.says,
        "says": claim.says,
        "items": dict(sorted(claim.items.items())),
        "statement": statement(claim),
        "hypotheses": [],
        "verdict": theorem.verdict,
        "basis": theorem.basis,
        "evident": False,
        "counterexample": None,
        "rules": [step.rule for step in theorem.steps],
        "scope": claim.scope,
        "facts": sorted(claim.bridges),
        "assumptions": list(theorem.assumptions),
        "tight": None,
        "engines": list(theorem.engines),
        "mutants": {"total": len(tried), "rejected": len(tried), "tried": tried},
        "repairs": claim.repairs,
        "values": {"counts": theorem.steps[-1].detail, "control": refusal},
        "file": f"experiments/{path.parent.name}/{path.name}",
        "figures": [],
    }


def unsupported(claim: Claim, counts: tuple[int, int]) -> str | None:
    """Why counts that are in order do not support the claim, or None if they do."""
    try:
        sample(claim, *counts)
    except Unsupported as error:
        return str(error)
    return None
