"""Claims that experiments support: a test on counts, and its control.

The test is fixed before its trials; one that is not says so in the claim's `scope`.

The claim has a file of its own, proofs/<chapter>/<id>.py, with
    claim      a kernel Claim whose conclusion is a Chance: an inequality in one probability
    EVIDENCE   {"table": …, "setting": …}: the row of a table of `statistics.counts` that is judged
    CONTROL    the same of the negative control: its own counts must fail the same test
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from provenscape.claims.loading import line_of, load
from provenscape.claims.mutants import changed_structures
from provenscape.claims.statement import record
from provenscape.errors import UserError
from provenscape.kernel import CONFIDENCE, Claim, Rejected, Unsupported, sample
from provenscape.kernel.statistical import interval
from provenscape.study import tables
from provenscape.study.registry import counted_row


def verify(path: Path, data: Path) -> dict[str, Any]:
    """The record of a claim, as `claims.verification` makes it, from the tables below `data`.

    Raises `UserError` if the claim has no verdict: its counts do not support it, or those of its
    control do; likewise if EVIDENCE or CONTROL names no row.
    """
    module = load(path)
    rows = [counted_row(path, vars(module), name) for name in ("EVIDENCE", "CONTROL")]
    evidence, control = (counted(path, row, data) for row in rows)
    places = {
        f"{what}{key}": row[key]
        for what, row in zip(("", "control_"), rows, strict=True)
        for key in ("table", "setting")
    }
    try:
        return _verify(path, module.claim, evidence, control, places)
    except Rejected as error:
        line = line_of(error, path)
        raise UserError(f"{path}:{line}: {module.claim.id} has no verdict: {error}") from error


def counted(path: Path, row: dict[str, str], data: Path) -> tuple[int, int]:
    """Successes and trials in a row of a table of the claim's chapter."""
    table = tables.read(data / path.parent.name / f"{row['table']}.csv")
    found = table[table["setting"] == row["setting"]]
    if len(found) != 1:
        raise UserError(f"{path}: {row['table']} has {len(found)} rows {row['setting']}, not one")
    return int(found["successes"].iloc[0]), int(found["trials"].iloc[0])


def _verify(
    path: Path,
    claim: Claim,
    evidence: tuple[int, int],
    control: tuple[int, int],
    places: dict[str, str],
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
    low, high = (round(float(end), 9) for end in interval(*evidence, CONFIDENCE))
    values = {
        "counts": theorem.steps[-1].detail,
        "control": refusal,
        "successes": evidence[0],
        "trials": evidence[1],
        "low": low,
        "high": high,
        "control_successes": control[0],
        "control_trials": control[1],
        **places,
    }
    return record(path, claim, theorem, tried, values=values)


def unsupported(claim: Claim, counts: tuple[int, int]) -> str | None:
    """Why counts that are in order do not support the claim, or None if they do."""
    try:
        sample(claim, *counts)
    except Unsupported as error:
        return str(error)
    return None
